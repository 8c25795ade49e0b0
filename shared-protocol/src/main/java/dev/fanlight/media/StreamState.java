package dev.fanlight.media;

import java.util.Locale;

/** What a viewer can expect of a stream. */
public enum StreamState {

    /** No agent. */
    OFFLINE,

    /** The agent waits for a viewer before it opens the camera. */
    ASLEEP,

    /** The camera is being opened. */
    STARTING,

    /** Pictures come. */
    LIVE,

    /** The agent is there, the picture is not. */
    FAILED,

    /** The owner has paused the camera. */
    PAUSED;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
