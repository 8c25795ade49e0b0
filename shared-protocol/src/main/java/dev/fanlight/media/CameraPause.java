package dev.fanlight.media;

import java.util.OptionalLong;

/**
 * The video is paused at the camera: the people there have paused it, or it is outside its hours. A relay cannot undo that. Immutable.
 *
 * @param why what they say about it, for viewers; may be empty, at most {@value #MAX_REASON} characters
 * @param resumesAtMicros when its hours begin again, µs since 1970; empty when people have paused it
 */
public record CameraPause(String why, OptionalLong resumesAtMicros) {

    /** Longest reason, characters. */
    public static final int MAX_REASON = 200;

    /** Paused by the people at the camera. */
    public static CameraPause byPeople(String why) {
        return new CameraPause(why, OptionalLong.empty());
    }

    /** Outside its hours, which begin again at {@code micros} since 1970. */
    public static CameraPause until(long micros) {
        return new CameraPause("", OptionalLong.of(micros));
    }
}
