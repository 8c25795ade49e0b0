package dev.fanlight.protocol.agent;

import java.util.Locale;

/** Why a relay gives a camera no link. */
public enum ShareRefusal {
    /** The owner does not let cameras make links. */
    OFF,
    /** The camera has made as many links as it may, and all are valid still. */
    TOO_MANY,
    /** It could not be stored just now. */
    UNAVAILABLE;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
