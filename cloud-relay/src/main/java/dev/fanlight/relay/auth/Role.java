package dev.fanlight.relay.auth;

import java.util.Locale;
import java.util.Optional;

/** What a link or visitor may do with a camera; each role includes the ones before it. */
public enum Role {
    /** Watch and read the chat. */
    WATCHER("watch"),
    /** Also write in the chat. */
    CHATTER("chat"),
    /** Also moderate the chat. */
    MODERATOR("moderate");

    private final String verb;

    Role(String verb) {
        this.verb = verb;
    }

    /** What a link “can”: {@code watch}, {@code chat} or {@code moderate}. */
    public String verb() {
        return verb;
    }

    /** The form in which it is stored. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a stored form. */
    public static Role ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The role with this verb, if there is one. */
    public static Optional<Role> ofVerb(String verb) {
        for (Role role : values()) {
            if (role.verb.equals(verb)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
