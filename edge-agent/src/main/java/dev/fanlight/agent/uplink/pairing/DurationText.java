package dev.fanlight.agent.uplink.pairing;

import java.time.Duration;

/** Durations in words. Stateless. */
public final class DurationText {

    private DurationText() {}

    /** {@code 10 minutes}, or {@code 45 seconds} below one minute and a half. */
    public static String of(Duration time) {
        return time.toSeconds() < 90 ? time.toSeconds() + " seconds" : time.toMinutes() + " minutes";
    }
}
