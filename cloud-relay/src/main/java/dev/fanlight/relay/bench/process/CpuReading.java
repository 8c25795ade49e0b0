package dev.fanlight.relay.bench.process;

import java.time.Duration;
import java.util.Map;

/**
 * How much CPU the threads of a process had used at one moment. By thread, because a JVM ends compiler threads when it needs them no more,
 * and their seconds go with them. Immutable.
 *
 * @param nanosByThread nanoseconds on a CPU
 */
public record CpuReading(Map<Long, Long> nanosByThread) {

    /** Keeps a copy. */
    public CpuReading {
        nanosByThread = Map.copyOf(nanosByThread);
    }

    /** What was used since an earlier reading; of threads that have ended since, nothing. */
    public Duration since(CpuReading earlier) {
        long nanos = nanosByThread.entrySet().stream()
                .mapToLong(now -> now.getValue() - earlier.nanosByThread.getOrDefault(now.getKey(), 0L))
                .filter(used -> used > 0)
                .sum();
        return Duration.ofNanos(nanos);
    }
}
