package dev.fanlight.runtime;

/** A clock that only goes forward, for durations. A parameter of everything that measures, so that tests can control it. */
@FunctionalInterface
public interface NanoClock {

    /** The machine’s monotonic clock. */
    NanoClock SYSTEM = System::nanoTime;

    /** Nanoseconds since an arbitrary moment; only differences are meaningful. */
    long nanoTime();
}
