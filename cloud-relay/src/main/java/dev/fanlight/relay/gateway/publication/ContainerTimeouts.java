package dev.fanlight.relay.gateway.publication;

import java.time.Duration;

/**
 * How long a publisher is waited for. Every time is positive. Immutable.
 *
 * @param silence in which it has to send something, from its admission on
 * @param media in which there has to be media in what it sends
 */
public record ContainerTimeouts(Duration silence, Duration media) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final ContainerTimeouts STANDARD =
            new ContainerTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
}
