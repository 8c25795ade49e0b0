package dev.fanlight.protocol.chat;

import java.util.Locale;

/** Why a chat message or a name was refused. */
public enum Refusal {

    /** Nothing is left after normalization. */
    EMPTY,

    /** A name with too few graphemes. */
    TOO_SHORT,

    /** Over the limit in graphemes or bytes. */
    TOO_LONG,

    /** Over the rate; the answer says when to try again. */
    TOO_FAST,

    /** Another person has that name. */
    TAKEN,

    /** A name reserved for the owner and moderators. */
    RESERVED,

    /** Characters that are not allowed, or no right to write. */
    NOT_ALLOWED,

    /** It could not be stored just now. */
    UNAVAILABLE,

    /** A moderator, or the relay automatically, has silenced this person; the answer says for how long. */
    SILENCED,

    /** Only moderators may post links in this chat. */
    LINKS;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
