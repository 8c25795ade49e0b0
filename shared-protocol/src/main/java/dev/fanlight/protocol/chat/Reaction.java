package dev.fanlight.protocol.chat;

import java.util.Locale;

/** How a person can react to a line of the chat without words. */
public enum Reaction {
    LIKE,
    LOVE,
    LAUGH,
    WOW,
    SAD;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
