package dev.fanlight.relay.gateway.still;

import dev.fanlight.media.H265Config;
import dev.fanlight.media.Track;
import dev.fanlight.relay.stream.MediaFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The frames of one track as what a child reads. Its times are those of arrival, so that a child lives on across epochs. Not thread safe. */
final class StillTags {

    /**
     * How often a key frame is written where frames may be reordered: a decoder holds back as many as the parameter sets allow, and the parser of
     * FFmpeg one more. Of what comes out {@link JpegArguments} takes every third.
     */
    static final int COPIES = 3;

    /** An access unit delimiter (H.265 §7.3.2.5), which has the parser pass on what is before it. */
    private static final byte[] DELIMITER = {0, 0, 0, 3, 0x46, 1, 0x50};

    private final Track track;
    private final StillContainer container;
    private long beginNanos;
    private long newestMillis = -1;

    private StillTags(Track track, StillContainer container) {
        this.track = track;
        this.container = container;
    }

    /** Those of a track; empty when no container carries it. */
    static Optional<StillTags> of(Track track) {
        return StillContainer.of(track).map(container -> new StillTags(track, container));
    }

    /** Whether a decoder gets each key frame several times. H.265’s refuses the second one with the same picture order count. */
    static boolean repeats(Track track) {
        return !(track.config() instanceof H265Config);
    }

    /** What stands in front of the first frame. */
    byte[] head() {
        return container.head();
    }

    /** A key frame alone, so that it comes out of the decoder at once. */
    byte[] still(MediaFrame key, long nowNanos) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!repeats(track)) {
            bytes.writeBytes(tag(true, 0, key.payload(), nowNanos));
            bytes.writeBytes(tag(false, 0, ByteBuffer.wrap(DELIMITER), nowNanos));
            return bytes.toByteArray();
        }
        for (int i = 0; i < COPIES; i++) {
            bytes.writeBytes(tag(true, 0, key.payload(), nowNanos));
        }
        return bytes.toByteArray();
    }

    /** A frame among those before and after it. */
    byte[] frame(MediaFrame frame, long nowNanos) {
        return tag(frame.header().isKey(), frame.header().offsetMicros(), frame.payload(), nowNanos);
    }

    private byte[] tag(boolean key, int offsetMicros, ByteBuffer payload, long nowNanos) {
        if (newestMillis < 0) {
            beginNanos = nowNanos;
        }
        newestMillis = Math.max(newestMillis + 1, (nowNanos - beginNanos) / 1_000_000);
        return container.frame(key, offsetMicros, newestMillis, payload);
    }
}
