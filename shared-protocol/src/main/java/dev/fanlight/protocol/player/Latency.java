package dev.fanlight.protocol.player;

import java.util.Locale;

/** How near to live a player wants to be. */
public enum Latency {

    /** As near as can be: its pictures wait for others last. */
    LOW,

    /** A busy relay may send two or three pictures at once. */
    NORMAL;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
