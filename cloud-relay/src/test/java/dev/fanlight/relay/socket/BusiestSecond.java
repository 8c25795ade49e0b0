package dev.fanlight.relay.socket;

import java.time.Duration;
import java.util.Collection;

/** How many of some moments fall into the one second that has most of them. */
public final class BusiestSecond {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private BusiestSecond() {}

    /** The count in any half-open second. */
    public static int of(Collection<Duration> moments) {
        long[] sorted = moments.stream().mapToLong(Duration::toNanos).sorted().toArray();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
