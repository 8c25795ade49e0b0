package dev.fanlight.relay.fanout;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How busy one event loop is, and how much of that is delivering frames, over all its streams. Under pressure it goes up one level at a
 * time, and down again when it has been calm for a while. Event loop only.
 */
public final class LoopPressure {

    /** Over how much time it looks back. */
    static final Duration WINDOW = Duration.ofMillis(250);

    /** Share of its time above which a loop goes one level up, for each level but the highest. */
    private static final double[] BUSY = {0.60, 0.85, 0.90};

    /** By how much handing out may grow one level down, for each level but the lowest. */
    private static final double[] GROWTH = {2.0, 1.37, 1.38};

    /** A loop that merges already, is not calm and lets a frame wait so long for its turn is under pressure too. */
    static final Duration LATE = Duration.ofMillis(40);

    /** How long a loop has to be calm before it goes down a level. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** The highest level: all frames are merged as far as their delay allows. */
    static final int HIGHEST = 4;

    private final ThreadCpuTime threadTime;
    private int level = 1;
    private long windowStart;
    private long handingOutNanos;
    private OptionalLong threadNanos = OptionalLong.empty();
    private long longestWait;
    private long longestWaitBefore;
    private long calmSince;

    /** Not under pressure at {@code nowNanos}; {@code threadTime} will be asked on the loop. */
    LoopPressure(ThreadCpuTime threadTime, long nowNanos) {
        this.threadTime = threadTime;
        windowStart = nowNanos;
        calmSince = nowNanos;
    }

    /** 1 when there is none, up to {@link #HIGHEST}. */
    int level() {
        return level;
    }

    /** The loop has handed something out from {@code startedNanos} to {@code endedNanos}, which had waited so long for its turn. */
    void worked(long startedNanos, long endedNanos, long waitedNanos) {
        handingOutNanos += endedNanos - startedNanos;
        longestWait = Math.max(longestWait, waitedNanos);
        long elapsed = endedNanos - windowStart;
        if (elapsed >= WINDOW.toNanos()) {
            double share = (double) handingOutNanos / elapsed;
            judge(endedNanos, share, Math.max(0, threadShare(elapsed) - share));
            windowStart = endedNanos;
            handingOutNanos = 0;
            longestWaitBefore = longestWait;
            longestWait = 0;
        }
    }

    /** The longest that something waited for its turn on the loop, in this window and the last. */
    long lagNanos() {
        return Math.max(longestWait, longestWaitBefore);
    }

    /** Of its time since it was asked last; the time of the thread does not count what other processes take from it. */
    private double threadShare(long elapsedNanos) {
        long now = threadTime.nanos();
        long before = threadNanos.orElse(now);
        threadNanos = OptionalLong.of(now);
        return (double) (now - before) / elapsedNanos;
    }

    private void judge(long nowNanos, double handingOut, double rest) {
        boolean late = longestWait > LATE.toNanos();
        boolean calm = level == 1 || rest + handingOut * GROWTH[level - 2] < BUSY[level - 2];
        boolean busy = level < HIGHEST && (rest + handingOut > BUSY[level - 1] || (late && !calm));
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
