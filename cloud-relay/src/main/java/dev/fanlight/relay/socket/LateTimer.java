package dev.fanlight.relay.socket;

import java.time.Duration;

/**
 * When a timer is late: this process was stopped, swapped out or starved, and what peers sent meanwhile has not been read. Deadlines of
 * peers are judged {@link #GRACE} later then, when the event loop has read its sockets. Stateless.
 */
public final class LateTimer {

    /** So much later than it was due a timer is late; a busy event loop is less. */
    public static final Duration LATE = Duration.ofSeconds(1);

    /** Time to read what lies in the sockets. */
    public static final Duration GRACE = Duration.ofMillis(250);

    private LateTimer() {}

    /** Whether a timer that was due then is late now, both in nanoseconds of the same clock. */
    public static boolean isLate(long dueNanos, long nowNanos) {
        return nowNanos - dueNanos > LATE.toNanos();
    }
}
