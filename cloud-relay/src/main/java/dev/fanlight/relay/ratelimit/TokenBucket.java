package dev.fanlight.relay.ratelimit;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;

/**
 * A rate with some room for bursts, for one thread and one socket: fractions of tokens, no atomics, asked for each frame and message. What
 * many threads count, and several rates at once, is {@link AddressLimits}. Not thread safe.
 */
public final class TokenBucket {

    private static final double NANOS = 1e9;

    private final NanoClock clock;
    private final double perSecond;
    private final double burst;
    private double tokens;
    private long last;

    /**
     * A full bucket.
     *
     * @param perSecond what flows in
     * @param burst what it holds
     */
    public TokenBucket(NanoClock clock, double perSecond, double burst) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.last = clock.nanoTime();
    }

    /** Takes {@code amount} out, or nothing when there is less. */
    public boolean take(double amount) {
        refill();
        if (tokens < amount) {
            return false;
        }
        tokens -= amount;
        return true;
    }

    /** How long until {@code amount} is there, rounded up to whole milliseconds. */
    public Duration untilAvailable(double amount) {
        refill();
        double missing = Math.max(0, amount - tokens);
        return Duration.ofMillis((long) Math.ceil(missing / perSecond * 1000));
    }

    private void refill() {
        long now = clock.nanoTime();
        tokens = Math.min(burst, tokens + (now - last) / NANOS * perSecond);
        last = now;
    }
}
