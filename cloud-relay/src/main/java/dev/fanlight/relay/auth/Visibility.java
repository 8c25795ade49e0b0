package dev.fanlight.relay.auth;

import java.util.Locale;
import java.util.Optional;

/** How a camera can be found. */
public enum Visibility {
    /** Only links open it. */
    PRIVATE,
    /** Also its long id opens it. */
    UNLISTED,
    /** Also its name opens it, and it is listed. */
    PUBLIC;

    /** The form in which it is stored and told. */
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
