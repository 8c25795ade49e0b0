package dev.fanlight.relay.gateway.rtmp;

import java.time.Duration;

/**
 * How long a peer is waited for. {@code docs/limits.md} lists {@link #STANDARD}. Every time is positive. Immutable.
 *
 * @param request from the connection to the command that says what is to be published or watched: some ten round trips
 * @param silence of a publisher, its first media included; and for which a player may take nothing of what waits for it
 * @param close in which a peer that was refused has to close the connection, so that the reason arrives before the end
 */
public record RtmpTimeouts(Duration request, Duration silence, Duration close) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final RtmpTimeouts STANDARD =
            new RtmpTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(2));
}
