package dev.fanlight.media;

import java.util.Locale;

/** What a camera does, as its agent tells it. */
public enum SourceState {

    /** Released: nobody watches. */
    ASLEEP,

    /** Opened, no picture yet. */
    STARTING,

    /** Pictures come. */
    LIVE,

    /** The agent is there, the picture is not. */
    FAILED;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
