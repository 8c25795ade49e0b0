package dev.fanlight.relay.gateway.still;

import java.time.Duration;

/**
 * How long stills are waited for. Every time is positive. Immutable.
 *
 * @param wake a camera that is woken for one, until the newest one before is taken
 * @param decode a JPEG of a key frame that has come
 * @param fresh how long one is good for who asks, whatever has come since
 * @param linger how long the child goes on when nobody needs it
 */
public record StillTimeouts(Duration wake, Duration decode, Duration fresh, Duration linger) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final StillTimeouts STANDARD = new StillTimeouts(
            Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(5));
}
