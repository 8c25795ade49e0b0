package dev.fanlight.protocol.player;

import java.util.Locale;

/** Which rendition of the picture a player wants. */
public enum Quality {

    /** The full one, and the small one while the connection is too slow for it. */
    AUTO,

    /** The full one whatever happens. */
    MAIN,

    /** The small one, where there is one. */
    LOW;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
