package dev.fanlight.protocol.chat;

import java.util.Locale;

/** The result of an act of moderation. */
public enum ModerationResult {

    /** It is in force. */
    DONE,

    /** Not with these rights, or not against a person of this role. */
    NOT_ALLOWED,

    /** No such message or person, or too late to undo it. */
    UNKNOWN,

    /** Too many acts at a time: try again in a moment. */
    TOO_FAST,

    /** It could not be stored just now. */
    UNAVAILABLE;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
