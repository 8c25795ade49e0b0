package dev.fanlight.relay.transcode;

import java.time.Duration;

/**
 * How long an encoder is waited for. {@code docs/limits.md} lists {@link #STANDARD}. Every time is positive. Immutable.
 *
 * @param linger from the last reader’s end to the encoder’s
 * @param stall in which something has to come out of an encoder after something went in
 * @param firstRestart wait after a first failure
 * @param lastRestart longest wait after many
 * @param nextPlace until a camera that found no place for an encoder looks for one again
 */
public record TranscodeTimeouts(
        Duration linger, Duration stall, Duration firstRestart, Duration lastRestart, Duration nextPlace) {

    /** What a relay is run with; tests that wait for a timeout shorten it. */
    public static final TranscodeTimeouts STANDARD = new TranscodeTimeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3));
}
