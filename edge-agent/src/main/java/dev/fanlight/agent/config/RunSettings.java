package dev.fanlight.agent.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

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

    /** On demand, without stills. */
    public static RunSettings onDemand(Duration linger) {
        return new RunSettings(
                RunMode.ON_DEMAND, linger, Duration.ZERO, new WeeklyHours(List.of()), ZoneId.systemDefault());
    }
}
