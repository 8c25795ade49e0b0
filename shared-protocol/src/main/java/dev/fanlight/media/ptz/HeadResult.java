package dev.fanlight.media.ptz;

import java.util.Locale;

/** What became of a command to a camera’s head. */
public enum HeadResult {
    /** The camera has taken it. */
    DONE,
    /** A newer command came before it was its turn. */
    REPLACED,
    /** Not with these rights. */
    NOT_ALLOWED,
    /** Too many commands at a time. */
    TOO_FAST,
    /** The camera is paused. */
    PAUSED,
    /** The people at the camera do not let viewers move it. */
    OFF,
    /** The camera is not connected, or its head does not answer. */
    UNAVAILABLE,
    /** The camera refuses this command, for example for a preset that no longer exists. */
    REFUSED;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
