package dev.fanlight.relay.event;

import java.time.Duration;

/**
 * A fact that is reported as soon as it holds, and as over when it has not held for {@link #HOLD}: what is only interrupted, like a page that
 * is reloaded, is not reported. Not thread safe.
 */
final class HeldFact {

    /** How long it must not have held. */
    static final Duration HOLD = Duration.ofSeconds(10);

    private boolean reported;
    private long lastNanos;

    /** What is to be reported. */
    enum Change {
        NONE,
        BEGAN,
        ENDED
    }

    Change observe(boolean holds, long nowNanos) {
        if (holds) {
            lastNanos = nowNanos;
        }
        if (holds && !reported) {
            reported = true;
            return Change.BEGAN;
        }
        if (!holds && reported && nowNanos - lastNanos >= HOLD.toNanos()) {
            reported = false;
            return Change.ENDED;
        }
        return Change.NONE;
    }
}
