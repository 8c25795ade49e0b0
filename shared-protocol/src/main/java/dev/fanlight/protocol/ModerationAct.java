package dev.fanlight.protocol;

import java.time.Duration;

/** What a moderator may do; each act holds only what it needs. Immutable. */
public sealed interface ModerationAct {

    /** Longest time-out. */
    Duration MAX_TIME_OUT = Duration.ofDays(1);

    /** Shortest time-out. */
    Duration MIN_TIME_OUT = Duration.ofSeconds(10);

    /** Slowest slow mode. */
    Duration MAX_SLOW = Duration.ofMinutes(5);

    /**
     * Takes a line out of everybody’s sight.
     *
     * @param seq which line
     */
    record Remove(long seq) implements ModerationAct {}

    /**
     * Puts a removed line back.
     *
     * @param seq which line
     */
    record Restore(long seq) implements ModerationAct {}

    /**
     * Lets somebody read only.
     *
     * @param person id of whom
     * @param length zero lifts it, otherwise {@link #MIN_TIME_OUT} to {@link #MAX_TIME_OUT}, whole seconds
     */
    record TimeOut(String person, Duration length) implements ModerationAct {}

    /**
     * Keeps somebody out of this camera.
     *
     * @param person id of whom
     */
    record Ban(String person) implements ModerationAct {}

    /**
     * Lets somebody in again.
     *
     * @param person id of whom
     */
    record Unban(String person) implements ModerationAct {}

    /**
     * Sets the least time between two lines of one person.
     *
     * @param interval zero to {@link #MAX_SLOW}, whole seconds; zero is off
     */
    record Slow(Duration interval) implements ModerationAct {}

    /**
     * Sets who may write links.
     *
     * @param links who
     */
    record Links(ChatLinks links) implements ModerationAct {}
}
