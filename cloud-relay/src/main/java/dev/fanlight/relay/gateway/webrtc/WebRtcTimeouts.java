package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.relay.webrtc.RtcTimeouts;
import java.time.Duration;

/**
 * How long peers are waited for. {@code docs/limits.md} lists {@link #STANDARD}. Every time is positive. Immutable.
 *
 * @param tracks until a camera has announced its tracks, which one that sleeps does because a viewer waits
 * @param peers once they are answered
 */
public record WebRtcTimeouts(Duration tracks, RtcTimeouts peers) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final WebRtcTimeouts STANDARD = new WebRtcTimeouts(Duration.ofSeconds(8), RtcTimeouts.STANDARD);
}
