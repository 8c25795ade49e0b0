package dev.fanlight.agent.source;

import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.util.concurrent.TimeUnit;

/** Waits for a moment on the media clock. Thread safe. */
public final class Pacer {

    /** No wait is longer, so that an order to stop is never far. */
    private static final long LONGEST_MICROS = 1_000_000;

    private final MediaClock clock;
    private final Sleeper sleeper;

    /** Waits with {@code sleeper} until {@code clock} shows a time. */
    public Pacer(MediaClock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Now, µs since 1970. */
    public long nowMicros() {
        return clock.micros();
    }

    /** The same clock for durations, ns. */
    public NanoClock nanoClock() {
        return () -> TimeUnit.MICROSECONDS.toNanos(clock.micros());
    }

    /**
     * Waits until {@code micros}, at most 1 s.
     *
     * @return whether that moment has come
     */
    public boolean await(long micros) throws InterruptedException {
        long wait = micros - clock.micros();
        if (wait > 0) {
            sleeper.sleepNanos(TimeUnit.MICROSECONDS.toNanos(Math.min(wait, LONGEST_MICROS)));
        }
        return wait <= LONGEST_MICROS;
    }
}
