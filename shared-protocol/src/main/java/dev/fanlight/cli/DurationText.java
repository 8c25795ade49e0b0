package dev.fanlight.cli;

import java.time.Duration;

/** Durations in words, for sentences. Stateless. */
public final class DurationText {

    private static final int DAYS_A_YEAR = 365;

    private DurationText() {}

    /** {@code 45 seconds}, {@code 10 minutes}, {@code 3 hours}, {@code 5 days} or {@code 56 years}: the largest unit of which there are two. */
    public static String of(Duration time) {
        if (time.toSeconds() < 120) {
            return time.toSeconds() + " seconds";
        }
        if (time.toMinutes() < 120) {
            return time.toMinutes() + " minutes";
        }
        if (time.toHours() < 48) {
            return time.toHours() + " hours";
        }
        return time.toDays() < 2 * DAYS_A_YEAR ? time.toDays() + " days" : time.toDays() / DAYS_A_YEAR + " years";
    }
}
