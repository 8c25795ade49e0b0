package dev.fanlight.relay.srt;

import java.time.Duration;

/**
 * How long the process is waited for. Every time is positive. Immutable.
 *
 * @param start until it says that it is ready
 * @param hang without a word, after which it is killed; it is asked three times in that
 * @param firstRestart until it is started again after it has ended
 * @param lastRestart longest such wait: each is twice the one before
 * @param steady after which it counts as working, so that the next restart is quick again
 */
public record SrtTimeouts(Duration start, Duration hang, Duration firstRestart, Duration lastRestart, Duration steady) {

    /** What a relay is run with; tests that wait shorten it. */
    public static final SrtTimeouts STANDARD = new SrtTimeouts(
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));
}
