package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.media.TrackSet;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.ServerMessages;
import dev.fanlight.protocol.rtmp.StatusCode;
import dev.fanlight.relay.gateway.UncarriedVideo;
import dev.fanlight.relay.gateway.tcp.PacedReader;
import dev.fanlight.relay.gateway.tcp.PlayedTime;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends a stream to a peer that was admitted, while it watches. Event loop only. */
final class RtmpPlayer implements PacedReader.Output {

    private final RtmpSocket socket;
    private final Consumer<RtmpMessage> end;
    private final int streamId;
    private final PlayedTime time = new PlayedTime();
    private final PlayedTracks tracks;

    /**
     * A player that was sent nothing yet.
     *
     * @param end ends the connection with a reason
     */
    RtmpPlayer(RtmpSocket socket, int streamId, Consumer<RtmpMessage> end) {
        this.socket = socket;
        this.end = end;
        this.streamId = streamId;
        this.tracks = new PlayedTracks(streamId);
    }

    @Override
    public void tracks(TrackSet announced) {
        tracks.announced(announced, time.nowMicros() / 1_000).forEach(socket::send);
        if (tracks.isEmpty() || UncarriedVideo.lacks(announced, tracks::carries)) {
            end(StatusCode.PLAY_FAILED, UncarriedVideo.sentence("RTMP", announced));
        }
    }

    @Override
    public boolean frame(IndexedFrame frame) {
        Optional<RtmpMessage> message =
                tracks.unit(frame, time.placeMillis(frame.frame().header()));
        message.ifPresent(socket::send);
        return message.isPresent();
    }

    @Override
    public void end() {
        end(StatusCode.PLAY_ENDED, "The camera was renamed or removed.");
    }

    private void end(StatusCode code, String sentence) {
        socket.send(ServerMessages.streamEnd(streamId));
        end.accept(ServerMessages.status(streamId, code, sentence));
    }
}
