package dev.fanlight.relay.bench.process;

import java.time.Duration;
import java.util.Map;

/**
 * CPU time used by the threads of a process up to one moment. Per thread, because a JVM ends idle compiler threads and their time
 * disappears with them. Immutable.
 *
 * @param nanosByThread CPU time by thread id, ns
 */
public record CpuReading(Map<Long, Long> nanosByThread) {

    /** Keeps a copy. */
    public CpuReading {
        nanosByThread = Map.copyOf(nanosByThread);
    }

    /** CPU time used since an earlier reading, without threads that have ended since. */
    public Duration since(CpuReading earlier) {
        long nanos = nanosByThread.entrySet().stream()
                .mapToLong(now -> now.getValue() - earlier.nanosByThread.getOrDefault(now.getKey(), 0L))
                .filter(used -> used > 0)
                .sum();
        return Duration.ofNanos(nanos);
    }
}
