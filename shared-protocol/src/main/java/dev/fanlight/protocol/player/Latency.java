package dev.fanlight.protocol.player;

import java.util.Locale;

/** The latency that a player prefers. */
public enum Latency {

    /** As low as possible. */
    LOW,

    /** A busy relay may send two or three frames together. */
    NORMAL;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
