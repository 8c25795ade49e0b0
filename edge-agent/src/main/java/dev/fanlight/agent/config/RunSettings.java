package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a camera is on. Immutable.
 *
 * @param mode whether viewers decide that
 * @param linger how long it stays on after the last viewer
 * @param stillEvery time between two stills while it is asleep; zero for none
 * @param hours outside of which it is off with {@link RunMode#SCHEDULE}
 * @param zone whose clock the hours follow
 */
public record RunSettings(RunMode mode, Duration linger, Duration stillEvery, WeeklyHours hours, ZoneId zone) {

    /** Reads the name of a time zone; empty for that of this computer. */
    static final ValueParser<Optional<ZoneId>> ZONE = RunSettings::zone;

    /** Reads the time between two stills. */
    static final ValueParser<Duration> STILL_EVERY = RunSettings::stillInterval;

    private static final Duration LEAST_STILL_INTERVAL = Duration.ofSeconds(10);

    /** On demand, without stills. */
    public static RunSettings onDemand(Duration linger) {
        return new RunSettings(
                RunMode.ON_DEMAND, linger, Duration.ZERO, new WeeklyHours(List.of()), ZoneId.systemDefault());
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time zone like Europe/Berlin or UTC", e);
        }
    }

    private static Duration stillInterval(String text) {
        Duration interval = ValueParser.DURATION.parse(text);
        if (!interval.isZero() && interval.compareTo(LEAST_STILL_INTERVAL) < 0) {
            throw new IllegalArgumentException("0s for none, or at least 10s");
        }
        return interval;
    }
}
