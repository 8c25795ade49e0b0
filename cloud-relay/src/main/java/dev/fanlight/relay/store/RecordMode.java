package dev.fanlight.relay.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a camera is recorded. */
public enum RecordMode {
    /** Not at all. */
    NEVER,
    /** While a viewer or another reader keeps it running; recording alone does not. */
    WHILE_WATCHED,
    /** Whenever its agent is connected; it keeps the camera running. */
    ALWAYS;

    /** The value that is stored and shown. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of that value. */
    public static Optional<RecordMode> of(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text().equals(text)).findFirst();
    }
}
