package dev.fanlight.relay.gateway.rtsp;

import java.time.Duration;

/**
 * How long peers are waited for. {@code docs/limits.md} lists {@link #STANDARD}. Every time is positive. Immutable.
 *
 * @param request from the connection to the request that is admitted
 * @param tracks from then on until the camera has sent what describes it
 * @param silence for which a player may take nothing of what waits for it
 * @param idle for which a player may neither send anything nor be sent anything on its connection
 * @param close in which a peer that was refused has to close the connection, so that the reason arrives before the end
 */
public record RtspTimeouts(Duration request, Duration tracks, Duration silence, Duration idle, Duration close) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final RtspTimeouts STANDARD = new RtspTimeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(8),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2));
}
