package dev.fanlight.media;

import java.util.Locale;

/** What a track carries. */
public enum MediaKind {

    /** Pictures. */
    VIDEO(1),
    /** Sound. */
    AUDIO(2),
    /** Anything else that goes with the time of the picture. */
    DATA(3);

    private final int code;

    MediaKind(int code) {
        this.code = code;
    }

    /** The first byte of a media message. */
    public int code() {
        return code;
    }

    /** The word in a {@code tracks} message. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
