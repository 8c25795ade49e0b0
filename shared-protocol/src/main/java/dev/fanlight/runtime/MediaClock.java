package dev.fanlight.runtime;

import java.util.concurrent.TimeUnit;

/**
 * Microseconds since 1970 that never jump: the wall clock read once, the monotonic clock from then on. Stamps pictures and
 * time messages; a correction of the machine’s clock shows up as an offset that is measured, not as a jump. Thread safe.
 */
public final class MediaClock {

    private final NanoClock clock;
    private final long startNanos;
    private final long startMicros;

    /**
     * Starts one.
     *
     * @param clock the monotonic clock
     * @param wallMicros the wall clock now, µs since 1970
     */
    public MediaClock(NanoClock clock, long wallMicros) {
        this.clock = clock;
        this.startNanos = clock.nanoTime();
        this.startMicros = wallMicros;
    }

    /** One that starts at the machine’s time. */
    public static MediaClock system() {
        return new MediaClock(NanoClock.SYSTEM, TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));
    }

    /** Now, µs since 1970. */
    public long micros() {
        return startMicros + TimeUnit.NANOSECONDS.toMicros(clock.nanoTime() - startNanos);
    }
}
