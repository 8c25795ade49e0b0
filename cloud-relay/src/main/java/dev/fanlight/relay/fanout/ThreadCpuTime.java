package dev.fanlight.relay.fanout;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How much of a processor the calling thread has had. */
@FunctionalInterface
public interface ThreadCpuTime {

    /** What the system says. */
    ThreadCpuTime SYSTEM = system(ManagementFactory.getThreadMXBean());

    /** As if it had had none. */
    ThreadCpuTime UNKNOWN = () -> 0;

    /** Nanoseconds since the thread began; always the same where that is not known. */
    long nanos();

    private static ThreadCpuTime system(ThreadMXBean threads) {
        return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : UNKNOWN;
    }
}
