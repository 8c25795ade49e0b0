package dev.fanlight.agent.source.file.javacv;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Says that time stamps jump. Stateless. */
final class TimeJump {

    private static final long MANY_DAYS = 2;
    private static final long MANY_HOURS = 2;

    private TimeJump() {}

    static String sentence(String name, long micros) {
        String direction = micros < 0 ? "back" : "ahead";
        return "The time stamps of " + name + " jump " + direction + " by "
                + text(Duration.of(Math.abs(micros), ChronoUnit.MICROS)) + "; playback continues without the gap.";
    }

    private static String text(Duration duration) {
        if (duration.toDays() >= MANY_DAYS) {
            return duration.toDays() + " days";
        }
        return duration.toHours() >= MANY_HOURS ? duration.toHours() + " hours" : duration.toSeconds() + " s";
    }
}
