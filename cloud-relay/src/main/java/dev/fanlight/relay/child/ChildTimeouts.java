package dev.fanlight.relay.child;

import java.time.Duration;

/**
 * How long a child is waited for. Every time is positive. Immutable.
 *
 * @param close from the end of its input to its being killed, when it is closed
 * @param finish from the end of its input to its being killed, when it is to finish its work
 * @param probe in which the program has to say its version
 */
public record ChildTimeouts(Duration close, Duration finish, Duration probe) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final ChildTimeouts STANDARD =
            new ChildTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(20));
}
