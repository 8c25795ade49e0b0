package dev.fanlight.runtime;

import java.util.concurrent.TimeUnit;

/** Waits. A parameter of everything that paces itself, so that tests need not wait. Thread safe. */
@FunctionalInterface
public interface Sleeper {

    /** Really waits. */
    Sleeper SYSTEM = TimeUnit.NANOSECONDS::sleep;

    /** Waits {@code nanos} nanoseconds; not at all for 0 or less. */
    void sleepNanos(long nanos) throws InterruptedException;
}
