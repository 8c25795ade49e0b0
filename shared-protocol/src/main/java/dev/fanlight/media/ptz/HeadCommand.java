package dev.fanlight.media.ptz;

import java.time.Duration;

/** What a camera’s head is asked to do. Immutable. */
public sealed interface HeadCommand {

    /** Longest movement of one command: a head moves no longer than that after its viewer was cut off. */
    Duration MAX_MOVE = Duration.ofSeconds(2);

    /** Longest token of a preset, characters: the type ReferenceToken of ONVIF. */
    int MAX_TOKEN = 64;

    /**
     * Moves until another command comes, at most for {@code length}.
     *
     * @param velocity in which direction, how fast
     * @param length above 0, at most {@link #MAX_MOVE}
     */
    record Move(HeadVelocity velocity, Duration length) implements HeadCommand {

        /**
         * A movement.
         *
         * @throws IllegalArgumentException when its length is out of range
         */
        public Move {
            if (length.isNegative() || length.isZero() || length.compareTo(MAX_MOVE) > 0) {
                throw new IllegalArgumentException("not the length of a movement");
            }
        }
    }

    /** Ends every movement. */
    record Stop() implements HeadCommand {}

    /** Asks for the positions that the head remembers. */
    record ListPresets() implements HeadCommand {}

    /**
     * Moves to a position that the head remembers.
     *
     * @param preset its token, at most {@link #MAX_TOKEN} characters
     */
    record GoToPreset(String preset) implements HeadCommand {}
}
