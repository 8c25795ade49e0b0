package dev.fanlight.runtime;

import java.util.concurrent.TimeUnit;

/** Waits. A parameter of everything that waits, so that tests need not. Thread safe. */
@FunctionalInterface
public interface Sleeper {

    /** Waits in real time. */
    Sleeper SYSTEM = TimeUnit.NANOSECONDS::sleep;

    /** Waits {@code nanos} nanoseconds; not at all for 0 or less. */
    void sleepNanos(long nanos) throws InterruptedException;
}
