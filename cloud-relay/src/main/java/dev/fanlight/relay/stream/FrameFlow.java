package dev.fanlight.relay.stream;

import dev.fanlight.media.UplinkQuality;
import java.time.Duration;

/**
 * Whether frames arrive where they are expected: a publisher whose connection fails cannot report that itself. Stream's lock; the caller
 * passes the time.
 */
final class FrameFlow {

    /** A camera at one frame a second, two of them lost on the way, is not silent yet. */
    static final Duration SILENCE = Duration.ofSeconds(4);

    private long lastNanos;
    private boolean silent;

    /** Frames are expected from now on. */
    void restart(long nowNanos) {
        lastNanos = nowNanos;
        silent = false;
    }

    void arrived(long nowNanos) {
        lastNanos = nowNanos;
    }

    /** Looks again; returns whether {@link #quality()} has changed. */
    boolean changed(boolean expected, long nowNanos) {
        if (!expected) {
            lastNanos = nowNanos;
        }
        boolean before = silent;
        silent = expected && nowNanos - lastNanos > SILENCE.toNanos();
        return silent != before;
    }

    UplinkQuality quality() {
        return silent ? UplinkQuality.POOR : UplinkQuality.FINE;
    }
}
