package dev.fanlight.media;

import java.util.Locale;

/** The state of a camera, as its agent reports it. */
public enum SourceState {

    /** Released, because there are no viewers. */
    ASLEEP,

    /** Being opened, no frames yet. */
    STARTING,

    /** Frames arrive. */
    LIVE,

    /** The camera does not work. */
    FAILED;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
