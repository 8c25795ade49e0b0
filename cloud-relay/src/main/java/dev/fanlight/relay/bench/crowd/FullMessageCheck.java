package dev.fanlight.relay.bench.crowd;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.player.Clock;
import dev.fanlight.protocol.player.ToPlayerHandler;
import dev.fanlight.relay.bench.camera.SyntheticStream;
import dev.fanlight.relay.client.CaptureClockShift;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Decodes every message of one viewer and checks it against the protocol, and against the published stream if that is known. Event loop
 * only.
 */
final class FullMessageCheck implements MessageCheck {

    private final Optional<SyntheticStream> published;
    private final CaptureClockShift shift;
    private Optional<Tracks> announced = Optional.empty();

    FullMessageCheck(Optional<SyntheticStream> published, CaptureClockShift shift) {
        this.published = published;
        this.shift = shift;
    }

    @Override
    public boolean needsWholeMessages() {
        return true;
    }

    @Override
    public boolean isValidText(ByteBuffer message, long arrivedMicros) {
        byte[] text = new byte[message.remaining()];
        message.get(text);
        try {
            Optional<ToPlayer> decoded = MessageDecoder.toPlayer(text);
            if (decoded.isPresent()) {
                new MessageReader(arrivedMicros).dispatch(decoded.get());
            }
            return decoded.isPresent();
        } catch (ProtocolException e) {
            return false;
        }
    }

    @Override
    public boolean isValidMedia(ByteBuffer message) {
        try {
            MediaHeader header = MediaCodec.read(message);
            return isAnnounced(header)
                    && published.map(stream -> stream.isWhole(header, message)).orElse(true);
        } catch (ProtocolException e) {
            return false;
        }
    }

    private boolean isAnnounced(MediaHeader header) {
        List<Track> tracks = announced
                .filter(now -> now.epoch() == header.epoch())
                .map(Tracks::tracks)
                .orElse(List.of());
        return tracks.stream().anyMatch(track -> track.id() == header.track() && track.kind() == header.kind());
    }

    /** Takes tracks and clocks from a message that arrived at that time; other messages are valid as they are. */
    private final class MessageReader implements ToPlayerHandler {

        private final long arrivedMicros;

        MessageReader(long arrivedMicros) {
            this.arrivedMicros = arrivedMicros;
        }

        @Override
        public void on(Tracks message) {
            announced = Optional.of(message);
        }

        @Override
        public void on(Clock message) {
            shift.agentToRelay(message.offset());
        }

        @Override
        public void on(TimeReply message) {
            shift.relayAnswered(message.t0(), message.t1(), message.t2(), arrivedMicros);
        }

        @Override
        public void unexpected(ToPlayer message) {}
    }
}
