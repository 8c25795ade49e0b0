package dev.fanlight.protocol.chat;

import java.util.Locale;

/** Stands beside the name of somebody who looks after a chat. Given by the relay only. */
public enum Badge {

    /** A moderator. */
    MODERATOR,

    /** The owner. */
    OWNER;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
