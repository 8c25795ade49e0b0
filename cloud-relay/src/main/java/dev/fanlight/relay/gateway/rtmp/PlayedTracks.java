package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.flv.FlvTrackWriter;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpType;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.Renditions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tracks of a stream as one player gets them: RTMP has one video track and one audio track. Event loop only. */
final class PlayedTracks {

    private final int streamId;
    private final Map<Integer, FlvTrackWriter> writers = new HashMap<>();
    private List<Track> sent = List.of();

    PlayedTracks(int streamId) {
        this.streamId = streamId;
    }

    /** The sequence headers of tracks that are new or have changed. */
    List<RtmpMessage> announced(TrackSet tracks, long millis) {
        List<Track> before = sent;
        List<RtmpMessage> headers = new ArrayList<>();
        sent = Renditions.mainAndSound(tracks);
        writers.clear();
        for (Track track : sent) {
            Optional<FlvTrackWriter> writer = FlvTrackWriter.of(track);
            writer.ifPresent(known -> writers.put(track.id(), known));
            if (!before.contains(track)) {
                writer.flatMap(FlvTrackWriter::sequenceHeader)
                        .ifPresent(body -> headers.add(message(track.kind(), millis, ByteBuffer.wrap(body))));
            }
        }
        return headers;
    }

    /** Whether nothing that there is can be sent by RTMP. */
    boolean isEmpty() {
        return writers.isEmpty() && !sent.isEmpty();
    }

    /** Whether a track is sent. */
    boolean carries(Track track) {
        return writers.containsKey(track.id());
    }

    /** The message of a unit; empty when its track is not sent. */
    Optional<RtmpMessage> unit(IndexedFrame frame, long millis) {
        MediaHeader header = frame.frame().header();
        return Optional.ofNullable(writers.get(header.track()))
                .map(writer -> writer.unit(
                        header.isKey(), header.offsetMicros(), frame.frame().payload()))
                .map(body -> message(header.kind(), millis, ByteBuffer.wrap(body)));
    }

    private RtmpMessage message(MediaKind kind, long millis, ByteBuffer body) {
        RtmpType type = kind == MediaKind.VIDEO ? RtmpType.VIDEO : RtmpType.AUDIO;
        return new RtmpMessage(type, streamId, millis, body);
    }
}
