package dev.fanlight.relay.webhook;

import java.time.Duration;
import java.util.List;

/**
 * How long a server is waited for. Every time is positive. Immutable.
 *
 * @param answer from the attempt to connect until its answer
 * @param retries until the next attempt, after each failure; none after the last
 */
public record WebhookTimeouts(Duration answer, List<Duration> retries) {

    /** What a relay is run with: six attempts in 13 minutes. */
    public static final WebhookTimeouts STANDARD = new WebhookTimeouts(
            Duration.ofSeconds(10),
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10)));

    /** Copies the list. */
    public WebhookTimeouts {
        retries = List.copyOf(retries);
    }
}
