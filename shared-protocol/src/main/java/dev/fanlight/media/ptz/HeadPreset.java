package dev.fanlight.media.ptz;

/**
 * A position that a camera’s head remembers. Immutable.
 *
 * @param token names it in commands, at most {@link HeadCommand#MAX_TOKEN} characters
 * @param name for people, at most {@value #MAX_NAME} characters
 */
public record HeadPreset(String token, String name) {

    /** Longest name, characters. */
    public static final int MAX_NAME = 32;

    /** Most presets in one answer: with the longest tokens and names they fit into one control message. */
    public static final int MAX_PRESETS = 32;
}
