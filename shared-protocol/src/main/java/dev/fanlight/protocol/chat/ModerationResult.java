package dev.fanlight.protocol.chat;

import java.util.Locale;

/** What became of a moderator’s act. */
public enum ModerationResult {

    /** It is in force. */
    DONE,

    /** Not with these rights, or not against somebody of this rank. */
    NOT_ALLOWED,

    /** No such line or person, or too late to undo it. */
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
