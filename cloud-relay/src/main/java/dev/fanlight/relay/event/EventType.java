package dev.fanlight.relay.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of events. {@code docs/events.md} has a row for each. */
public enum EventType {
    CAMERA_LOST("The camera’s agent, or what else published it, has been gone for 10 s."),
    CAMERA_BACK("The camera is published: again, or for the first time since the relay has run."),
    FIRST_VIEWER("Somebody watches a camera that was not watched."),
    LAST_VIEWER("The camera has not been watched for 10 s."),
    LINK_USED("Somebody begins to watch by a link, at most once in 10 minutes for each link."),
    ALARM("Something happened that the owner should look at; the audit log has it, too."),
    TEST("The owner has asked for a test of a webhook.");

    private final String meaning;

    EventType(String meaning) {
        this.meaning = meaning;
    }

    /** The word in settings, requests and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When it happens, a sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** The type with this word, if there is one. */
    public static Optional<EventType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
