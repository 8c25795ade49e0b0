package dev.fanlight.relay.webrtc;

import java.time.Duration;

/**
 * How long peers are waited for. {@code docs/limits.md} lists {@link #STANDARD}. Every time is positive. Immutable.
 *
 * @param connect from the descriptions until the handshake is over
 * @param silence without anything authentic of the peer, which checks the way every few seconds
 */
public record RtcTimeouts(Duration connect, Duration silence) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final RtcTimeouts STANDARD = new RtcTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(15));
}
