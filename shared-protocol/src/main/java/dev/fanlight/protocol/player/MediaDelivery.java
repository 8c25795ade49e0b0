package dev.fanlight.protocol.player;

import java.util.Locale;

/** Whether a player wants media; control messages and the chat are sent in any case. */
public enum MediaDelivery {

    /** All media. */
    ALL,

    /** No media, for example while the page is hidden or paused: the viewer is not counted, and the camera may sleep. */
    NONE;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
