package dev.fanlight.relay.auth;

import java.util.Locale;
import java.util.Optional;

/** How a camera can be found. */
public enum Visibility {
    /** With a link only. */
    PRIVATE,
    /** Also by its unlisted id. */
    UNLISTED,
    /** Also by its name, and it is listed. */
    PUBLIC;

    /** The form in which it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so, if any. */
    public static Optional<Visibility> of(String text) {
        for (Visibility visibility : values()) {
            if (visibility.text().equals(text)) {
                return Optional.of(visibility);
            }
        }
        return Optional.empty();
    }
}
