package dev.fanlight.relay.hub;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How much of a processor the calling thread has had. */
@FunctionalInterface
public interface ThreadTime {

    /** What the system says. */
    ThreadTime SYSTEM = system(ManagementFactory.getThreadMXBean());

    /** As if it had had none. */
    ThreadTime UNKNOWN = () -> 0;

    /** Nanoseconds since the thread began; always the same where that is not known. */
    long nanos();

    private static ThreadTime system(ThreadMXBean threads) {
        return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : UNKNOWN;
    }
}
