package dev.fanlight.protocol.chat;

import java.util.Locale;
import java.util.Optional;

/** Whom a ban concerns. */
public enum BanScope {

    /** The person, and everyone from the same address who does not moderate: a banned person comes back as another one. */
    ADDRESS,

    /** The person alone, where others share the address. */
    PERSON;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with that value on the wire. */
    public static Optional<BanScope> of(String text) {
        for (BanScope scope : values()) {
            if (scope.wireName().equals(text)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
