package dev.fanlight.protocol.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a viewer may do with a camera and in its chat; each role includes the ones before it. Links and public cameras grant the
 * roles up to {@link #MODERATOR}; the owner has the last one.
 */
public enum ChatRole {

    /** Watches the stream and reads the chat. */
    WATCHER("watch"),

    /** Also writes in the chat. */
    CHATTER("chat"),

    /** Also removes chat messages, and silences or bans viewers. */
    MODERATOR("moderate"),

    /** Also moderates moderators; cannot be granted. */
    OWNER("own");

    private final String verb;

    ChatRole(String verb) {
        this.verb = verb;
    }

    /** The role that a link can grant by this verb, if it is one. */
    public static Optional<ChatRole> ofVerb(String verb) {
        return Arrays.stream(values())
                .filter(role -> role != OWNER && role.verb.equals(verb))
                .findFirst();
    }

    /**
     * The role of a stored name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ChatRole ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The member {@code can} of a link: {@code watch}, {@code chat} or {@code moderate}. */
    public String verb() {
        return verb;
    }

    /** The value on the wire, and the name by which it is stored. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The badge of the messages of a person with this role. */
    public Optional<Badge> badge() {
        return switch (this) {
            case WATCHER, CHATTER -> Optional.empty();
            case MODERATOR -> Optional.of(Badge.MODERATOR);
            case OWNER -> Optional.of(Badge.OWNER);
        };
    }
}
