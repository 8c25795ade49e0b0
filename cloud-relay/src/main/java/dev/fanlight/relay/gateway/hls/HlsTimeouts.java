package dev.fanlight.relay.gateway.hls;

import java.time.Duration;

/**
 * How long players are waited for, and wait. {@code docs/limits.md} lists {@link #STANDARD}. Every time is positive. Immutable.
 *
 * @param idle without a request, after which a session ends; the camera may sleep with its last one
 * @param replaced without a request, after which a session ends when the same key comes again from the same address, as from a page that was
 *     loaded anew
 * @param start in which a camera has to wake and send a first segment, before a player is answered that there is nothing
 */
public record HlsTimeouts(Duration idle, Duration replaced, Duration start) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final HlsTimeouts STANDARD =
            new HlsTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(10));
}
