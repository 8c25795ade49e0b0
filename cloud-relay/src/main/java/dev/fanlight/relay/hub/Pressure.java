package dev.fanlight.relay.hub;

import java.time.Duration;

/**
 * How busy one event loop is with handing pictures out, over all its streams. Under pressure it goes up one level at a time, and down
 * again when it has been calm for a while. Event loop only.
 */
public final class Pressure {

    /** Over how much time it looks back. */
    static final Duration WINDOW = Duration.ofMillis(250);

    /** Share of its time above which a loop is under pressure. */
    static final double BUSY = 0.60;

    /** Share of its time below which it is calm: with nothing merged it would still not be busy. */
    static final double CALM = 0.25;

    /** A loop that is not calm and lets a picture wait so long for its turn is under pressure too. */
    static final Duration LATE = Duration.ofMillis(40);

    /** How long a loop has to be calm before it goes down a level. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The highest level: everybody’s pictures are merged as far as their delay allows. */
    static final int HIGHEST = 4;

    private int level = 1;
    private long windowStart;
    private long busyNanos;
    private boolean late;
    private long calmSince;

    /** Not under pressure at {@code nowNanos}. */
    Pressure(long nowNanos) {
        windowStart = nowNanos;
        calmSince = nowNanos;
    }

    /** 1 when there is none, up to {@link #HIGHEST}. */
    int level() {
        return level;
    }

    /** The loop has handed something out from {@code startedNanos} to {@code endedNanos}, which had waited so long for its turn. */
    void worked(long startedNanos, long endedNanos, long waitedNanos) {
        busyNanos += endedNanos - startedNanos;
        late |= waitedNanos > LATE.toNanos();
        long elapsed = endedNanos - windowStart;
        if (elapsed >= WINDOW.toNanos()) {
            judge(endedNanos, (double) busyNanos / elapsed);
            windowStart = endedNanos;
            busyNanos = 0;
            late = false;
        }
    }

    private void judge(long nowNanos, double share) {
        if (share > BUSY || (late && share > CALM)) {
            level = Math.min(HIGHEST, level + 1);
            calmSince = nowNanos;
        } else if (share > CALM) {
            calmSince = nowNanos;
        } else if (nowNanos - calmSince > PATIENCE.toNanos()) {
            level = Math.max(1, level - 1);
            calmSince = nowNanos;
        }
    }
}
