package dev.fanlight.agent.source.live.rtmp;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvFraming;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.media.flv.FlvTrackWriter;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a camera pushes as a stream of FLV for FFmpeg, read and written anew: nothing that is malformed reaches it, and H.265 has the one form
 * that it knows. Tracks in codecs that FLV or we do not know are left away. Not thread safe.
 */
final class FlvOutput {

    private final FlvReader reader = new FlvReader();
    private final Map<MediaKind, FlvTrackWriter> writers = new EnumMap<>(MediaKind.class);
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private boolean begun;

    /**
     * Takes a message with media.
     *
     * @throws BitstreamException when it is malformed
     */
    void take(RtmpMessage message, FlvTagType type) throws BitstreamException {
        for (FlvEvent event : reader.read(type, message.timestamp(), message.body())) {
            if (event instanceof FlvEvent.TrackChange change) {
                change(change, message.timestamp());
            } else if (event instanceof FlvEvent.Unit unit) {
                write(unit.unit());
            }
        }
    }

    /** Copies as much as there is and as fits; 0 when nothing waits. */
    int read(byte[] target, int offset, int length) {
        ByteBuffer next = waiting.peek();
        if (next == null) {
            return 0;
        }
        int count = Math.min(length, next.remaining());
        next.get(target, offset, count);
        if (!next.hasRemaining()) {
            waiting.remove();
        }
        return count;
    }

    private void change(FlvEvent.TrackChange change, long millis) {
        MediaKind kind = change.config().kind();
        Optional<FlvTrackWriter> writer = FlvTrackWriter.of(Track.of(0, Track.MAIN, change.config(), change.shape()));
        if (writer.isEmpty()) {
            writers.remove(kind);
            return;
        }
        writers.put(kind, writer.get());
        if (begun) {
            addSequenceHeader(writer.get(), millis);
        }
    }

    private void write(AccessUnit unit) {
        FlvTrackWriter writer = writers.get(unit.kind());
        if (writer == null || (!begun && unit.kind() != MediaKind.VIDEO)) {
            return;
        }
        long millis = Math.max(0, unit.captureMicros() / 1_000);
        beginStream(millis);
        add(
                writer.tagType(),
                millis,
                writer.unit(unit.key(), unit.offsetMicros(), unit.payload().bytes()));
    }

    /** With the first frame, when the camera has said which tracks there are: one that is announced is waited for, one that is not may be missed. */
    private void beginStream(long millis) {
        if (!begun) {
            begun = true;
            waiting.add(ByteBuffer.wrap(FlvFraming.streamHeader(writers.containsKey(MediaKind.AUDIO), true)));
            writers.values().forEach(writer -> addSequenceHeader(writer, millis));
        }
    }

    private void addSequenceHeader(FlvTrackWriter writer, long millis) {
        writer.sequenceHeader().ifPresent(body -> add(writer.tagType(), millis, body));
    }

    private void add(FlvTagType type, long millis, byte[] body) {
        waiting.add(ByteBuffer.wrap(FlvFraming.tag(type, millis, body)));
    }
}
