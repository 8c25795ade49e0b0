package dev.fanlight.relay.ingest;

import dev.fanlight.protocol.WireLimits;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.runtime.NanoClock;

/** How much media one publisher may send; two seconds of it at once. Not thread safe. */
public final class PublishRates {

    /** Access units a second, all tracks together. */
    public static final int FRAMES = WireLimits.MAX_UNITS_PER_SECOND;

    /** Bytes of media a second: 20 Mbit/s. */
    public static final int BYTES = WireLimits.MAX_MEDIA_BYTES_PER_SECOND;

    private static final int BURST_SECONDS = 2;
    private static final int MAX_FRAMING_BYTES = 14;

    /** Most bytes of one access unit, with its header in the form in which it is sent on. */
    public static final int MAX_FRAME_BYTES = WireLimits.MAX_MEDIA_BYTES + MAX_FRAMING_BYTES;

    private final TokenBucket frames;
    private final TokenBucket bytes;

    PublishRates(NanoClock clock) {
        frames = new TokenBucket(clock, FRAMES, FRAMES * BURST_SECONDS);
        bytes = new TokenBucket(clock, BYTES, (double) BYTES * BURST_SECONDS);
    }

    boolean permits(int size) {
        return frames.take(1) && bytes.take(size);
    }
}
