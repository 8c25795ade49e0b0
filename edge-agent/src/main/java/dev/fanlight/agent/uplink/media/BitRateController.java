package dev.fanlight.agent.uplink.media;

import java.time.Duration;

/**
 * How many bits a second the encoder should make: down by a quarter, at most once a second, while frames are late or were
 * dropped; up by a twelfth every two seconds after five good ones. Never above what was configured nor below an eighth of it.
 * The caller passes the time. One thread.
 */
public final class BitRateController {

    static final long LATE_NANOS = Duration.ofMillis(400).toNanos();
    static final long FRESH_NANOS = Duration.ofMillis(150).toNanos();

    private static final long BETWEEN_STEPS_DOWN = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_STEPS_UP = Duration.ofSeconds(2).toNanos();
    private static final long CALM = Duration.ofSeconds(5).toNanos();
    private static final int SMALLEST = 100_000;

    private final int most;
    private final int least;

    private int rate;
    private long steppedDownNanos;
    private long nextStepUpNanos;

    public BitRateController(int most, long nowNanos) {
        this.most = most;
        this.least = Math.min(most, Math.max(SMALLEST, most / 8));
        this.rate = most;
        this.steppedDownNanos = nowNanos - BETWEEN_STEPS_DOWN;
        this.nextStepUpNanos = nowNanos + CALM;
    }

    /**
     * Takes one observation in.
     *
     * @param delayNanos how much longer than the way itself the oldest unacknowledged frame has taken
     * @param dropped whether frames were dropped since the last observation
     */
    public void observe(long nowNanos, long delayNanos, boolean dropped) {
        if (dropped || delayNanos > LATE_NANOS) {
            stepDown(nowNanos);
        } else if (delayNanos > FRESH_NANOS) {
            nextStepUpNanos = Math.max(nextStepUpNanos, nowNanos + BETWEEN_STEPS_UP);
        } else if (nowNanos - nextStepUpNanos >= 0) {
            rate = Math.min(most, rate + Math.max(1, rate / 12));
            nextStepUpNanos = nowNanos + BETWEEN_STEPS_UP;
        }
    }

    /** Bits a second now. */
    public int rate() {
        return rate;
    }

    private void stepDown(long nowNanos) {
        nextStepUpNanos = nowNanos + CALM;
        if (nowNanos - steppedDownNanos >= BETWEEN_STEPS_DOWN) {
            rate = Math.max(least, rate - rate / 4);
            steppedDownNanos = nowNanos;
        }
    }
}
