package dev.fanlight.protocol.chat;

import java.util.Locale;

/** Marks the messages of a moderator or the owner; set by the relay only. */
public enum Badge {

    /** Of a moderator. */
    MODERATOR,

    /** Of the owner. */
    OWNER;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
