package dev.fanlight.relay.ingest.agent;

import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.runtime.NanoClock;

/** How much one agent may send; two seconds of it at once. Not thread safe. */
public final class PublishRates {

    /** Access units a second, all tracks together. */
    public static final int FRAMES = 120;

    /** Bytes of media a second: 20 Mbit/s. */
    public static final int BYTES = 2_500_000;

    /** Control messages a second. */
    static final int MESSAGES = 50;

    private static final int BURST_SECONDS = 2;

    private final TokenBucket frames;
    private final TokenBucket bytes;
    private final TokenBucket messages;

    PublishRates(NanoClock clock) {
        frames = new TokenBucket(clock, FRAMES, FRAMES * BURST_SECONDS);
        bytes = new TokenBucket(clock, BYTES, (double) BYTES * BURST_SECONDS);
        messages = new TokenBucket(clock, MESSAGES, MESSAGES * BURST_SECONDS);
    }

    boolean permitsFrame(int size) {
        return frames.take(1) && bytes.take(size);
    }

    boolean permitsMessage() {
        return messages.take(1);
    }
}
