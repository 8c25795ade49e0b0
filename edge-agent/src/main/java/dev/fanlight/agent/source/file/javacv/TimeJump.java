package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.cli.DurationText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Says that time stamps jump. Stateless. */
final class TimeJump {

    private TimeJump() {}

    static String sentence(String name, long micros) {
        String direction = micros < 0 ? "back" : "ahead";
        return "The time stamps of " + name + " jump " + direction + " by "
                + DurationText.of(Duration.of(Math.abs(micros), ChronoUnit.MICROS))
                + "; playback continues without the gap.";
    }
}
