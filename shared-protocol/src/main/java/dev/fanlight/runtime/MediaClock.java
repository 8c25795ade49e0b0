package dev.fanlight.runtime;

import java.util.concurrent.TimeUnit;

/**
 * Microseconds since 1970 without jumps: the wall clock, read once, plus the monotonic clock. The clock of capture times and time messages;
 * a correction of the machine’s clock shows up as a measured offset, not as a jump. Thread safe.
 */
public final class MediaClock {

    private final NanoClock clock;
    private final long startNanos;
    private final long startMicros;

    /**
     * Starts a clock.
     *
     * @param clock the monotonic clock
     * @param wallMicros the wall clock now, µs since 1970
     */
    public MediaClock(NanoClock clock, long wallMicros) {
        this.clock = clock;
        this.startNanos = clock.nanoTime();
        this.startMicros = wallMicros;
    }

    /** A clock that starts at the machine’s time. */
    public static MediaClock system() {
        return new MediaClock(NanoClock.SYSTEM, TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));
    }

    /** Now, µs since 1970. */
    public long micros() {
        return startMicros + TimeUnit.NANOSECONDS.toMicros(clock.nanoTime() - startNanos);
    }
}
