package dev.fanlight.media;

import java.util.Locale;

/** How the payloads of a track are encrypted end to end. */
public enum Encryption {

    /** SFrame (RFC 9605). */
    SFRAME;

    /** The word in a {@code tracks} message. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
