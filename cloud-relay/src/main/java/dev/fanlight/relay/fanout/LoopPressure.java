package dev.fanlight.relay.fanout;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Load of one event loop, and the share of delivering frames in it, over all its streams. Under pressure the level rises one at a time; it
 * falls when the loop has been calm for {@link #PATIENCE}. Event loop only.
 */
public final class LoopPressure {

    /** Time over which the load is measured. */
    static final Duration WINDOW = Duration.ofMillis(250);

    /** Load above which the level rises, for each level but the highest. */
    private static final double[] BUSY = {0.60, 0.85, 0.90};

    /** Factor by which delivery may grow one level lower, for each level but the lowest. */
    private static final double[] GROWTH = {2.0, 1.37, 1.38};

    /** A loop that already merges and is not calm is under pressure too when a frame waits this long for its turn. */
    static final Duration LATE = Duration.ofMillis(40);

    /** How long a loop has to be calm before its level falls. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** The highest level: all frames are merged as far as their delay allows. */
    static final int HIGHEST = 4;

    private final ThreadCpuTime threadTime;
    private int level = 1;
    private long windowStart;
    private long deliveryNanos;
    private OptionalLong threadNanos = OptionalLong.empty();
    private long longestWait;
    private long longestWaitBefore;
    private long calmSince;

    /** Begins without pressure at {@code nowNanos}; {@code threadTime} is read on the loop. */
    LoopPressure(ThreadCpuTime threadTime, long nowNanos) {
        this.threadTime = threadTime;
        windowStart = nowNanos;
        calmSince = nowNanos;
    }

    /** From 1, no pressure, to {@link #HIGHEST}. */
    int level() {
        return level;
    }

    /** Records a delivery from {@code startedNanos} to {@code endedNanos} that had waited {@code waitedNanos} for its turn. */
    void worked(long startedNanos, long endedNanos, long waitedNanos) {
        deliveryNanos += endedNanos - startedNanos;
        longestWait = Math.max(longestWait, waitedNanos);
        long elapsed = endedNanos - windowStart;
        if (elapsed >= WINDOW.toNanos()) {
            double share = (double) deliveryNanos / elapsed;
            judge(endedNanos, share, Math.max(0, threadShare(elapsed) - share));
            windowStart = endedNanos;
            deliveryNanos = 0;
            longestWaitBefore = longestWait;
            longestWait = 0;
        }
    }

    /** Longest wait for a turn on the loop, in this window and the last. */
    long lagNanos() {
        return Math.max(longestWait, longestWaitBefore);
    }

    /** Share of CPU time since the last call; unlike elapsed time it excludes what other processes take. */
    private double threadShare(long elapsedNanos) {
        long now = threadTime.nanos();
        long before = threadNanos.orElse(now);
        threadNanos = OptionalLong.of(now);
        return (double) (now - before) / elapsedNanos;
    }

    private void judge(long nowNanos, double delivering, double rest) {
        boolean late = longestWait > LATE.toNanos();
        boolean calm = level == 1 || rest + delivering * GROWTH[level - 2] < BUSY[level - 2];
        boolean busy = level < HIGHEST && (rest + delivering > BUSY[level - 1] || (late && !calm));
        if (busy) {
            level++;
            calmSince = nowNanos;
        } else if (!calm) {
            calmSince = nowNanos;
        } else if (level > 1 && nowNanos - calmSince > PATIENCE.toNanos()) {
            level--;
            calmSince = nowNanos;
        }
    }
}
