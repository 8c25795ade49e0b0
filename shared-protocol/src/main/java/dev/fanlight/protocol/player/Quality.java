package dev.fanlight.protocol.player;

import java.util.Locale;

/** The rendition that a player prefers. */
public enum Quality {

    /** The full-size one, and the small one while the connection is too slow for it. */
    AUTO,

    /** The full-size one in any case. */
    MAIN,

    /** The small one, if there is one. */
    LOW;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
