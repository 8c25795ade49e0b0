package dev.fanlight.agent.media;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Makes a word now and then of a count that grows: the first {@link #DELAY} after the first unit, the next ones {@link #SPACING}
 * later, so that every unit is reported in the end. Not thread safe.
 */
public final class DropReport {

    /** How long units are collected before they are reported. */
    public static final Duration DELAY = Duration.ofSeconds(10);

    /** Least time between two reports. */
    public static final Duration SPACING = Duration.ofMinutes(1);

    private final NanoClock clock;
    private long reported;
    private boolean waiting;
    private long dueNanos;
    private boolean reportedBefore;
    private long reportedNanos;

    /** Begins with nothing dropped. */
    public DropReport(NanoClock clock) {
        this.clock = clock;
    }

    /** How many were dropped since the last report, when one is due; {@code total} is how many were so far. */
    public OptionalLong due(long total) {
        long pending = total - reported;
        if (pending == 0) {
            return OptionalLong.empty();
        }
        long now = clock.nanoTime();
        if (!waiting) {
            waiting = true;
            dueNanos = dueNanos(now);
        }
        if (now - dueNanos < 0) {
            return OptionalLong.empty();
        }
        waiting = false;
        reported = total;
        reportedBefore = true;
        reportedNanos = now;
        return OptionalLong.of(pending);
    }

    private long dueNanos(long now) {
        long early = now + DELAY.toNanos();
        long spaced = reportedNanos + SPACING.toNanos();
        return reportedBefore && spaced - early > 0 ? spaced : early;
    }
}
