package dev.fanlight.protocol.chat;

import java.util.Locale;

/** Why a chat line or a name was not taken. */
public enum Refusal {

    /** Nothing is left of it. */
    EMPTY,

    /** A name with too few graphemes. */
    TOO_SHORT,

    /** Over the limit in graphemes or bytes. */
    TOO_LONG,

    /** Over the rate; the answer tells when to try again. */
    TOO_FAST,

    /** Somebody else has that name. */
    TAKEN,

    /** A name that only the owner’s people may have. */
    RESERVED,

    /** Signs that have no place here, or no right to talk. */
    NOT_ALLOWED,

    /** It could not be stored just now. */
    UNAVAILABLE,

    /** A moderator, or the relay by itself, has silenced this person; the answer tells for how long. */
    SILENCED,

    /** Links are for moderators only here. */
    LINKS;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
