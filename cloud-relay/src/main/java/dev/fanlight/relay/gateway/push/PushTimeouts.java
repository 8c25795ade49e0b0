package dev.fanlight.relay.gateway.push;

import java.time.Duration;

/**
 * How long a target is waited for. Every time is positive. Immutable.
 *
 * @param connect from the attempt to connect until the target accepts the stream
 * @param stall in which it takes nothing of what waits
 * @param idle without a frame of the camera, after which the connection is given up until there is one
 * @param quiet likewise, when the camera is known to send nothing: it is gone, or does not work
 * @param firstRetry until the next attempt after the first failure; each further one waits twice as long
 * @param lastRetry longest wait for the next attempt
 */
public record PushTimeouts(
        Duration connect, Duration stall, Duration idle, Duration quiet, Duration firstRetry, Duration lastRetry) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final PushTimeouts STANDARD = new PushTimeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60));
}
