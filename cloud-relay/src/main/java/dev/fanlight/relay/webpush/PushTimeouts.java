package dev.fanlight.relay.webpush;

import java.time.Duration;
import java.util.List;

/**
 * How long a push service is waited for. Every time is positive. Immutable.
 *
 * @param answer from the attempt to connect until its answer
 * @param retries until the next attempt, after each failure; none after the last
 */
public record PushTimeouts(Duration answer, List<Duration> retries) {

    /** What a relay is run with: four attempts in 6 minutes. */
    public static final PushTimeouts STANDARD = new PushTimeouts(
            Duration.ofSeconds(10), List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(5)));

    /** Copies the list. */
    public PushTimeouts {
        retries = List.copyOf(retries);
    }
}
