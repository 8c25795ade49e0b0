package dev.fanlight.relay.fanout;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time of the calling thread. */
@FunctionalInterface
public interface ThreadCpuTime {

    /** As the JVM measures it. */
    ThreadCpuTime SYSTEM = system(ManagementFactory.getThreadMXBean());

    /** Always zero. */
    ThreadCpuTime UNKNOWN = () -> 0;

    /** Nanoseconds since the thread began; constant where it cannot be measured. */
    long nanos();

    private static ThreadCpuTime system(ThreadMXBean threads) {
        return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : UNKNOWN;
    }
}
