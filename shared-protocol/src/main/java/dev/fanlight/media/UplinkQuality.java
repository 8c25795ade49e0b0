package dev.fanlight.media;

import java.util.Locale;

/** How well the connection from an agent to its relay carries the video, from best to worst. */
public enum UplinkQuality {
    /** Everything is sent as configured. */
    FINE,
    /** Less is sent than configured: a much lower bit rate or fewer frames. */
    SLOW,
    /** Only a small rendition or single key frames get through, or nothing at all. */
    POOR;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of the two. */
    public UplinkQuality orWorse(UplinkQuality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
