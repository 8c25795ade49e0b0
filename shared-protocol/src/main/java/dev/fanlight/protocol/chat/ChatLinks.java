package dev.fanlight.protocol.chat;

import java.util.Locale;

/** Who may post links in a chat. */
public enum ChatLinks {

    /** Everyone who may write. */
    ALL,

    /** Moderators and the owner only. */
    MODERATORS;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
