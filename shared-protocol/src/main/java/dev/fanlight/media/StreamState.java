package dev.fanlight.media;

import java.util.Locale;

/** The state of a stream as viewers see it. */
public enum StreamState {

    /** No agent is connected. */
    OFFLINE,

    /** The agent waits for a viewer before it opens the camera. */
    ASLEEP,

    /** The camera is being opened. */
    STARTING,

    /** Frames arrive. */
    LIVE,

    /** The agent is connected, but the camera does not work. */
    FAILED,

    /** The owner has paused the camera. */
    PAUSED;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
