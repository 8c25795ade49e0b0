package dev.fanlight.protocol.player;

import java.util.Locale;

/** Which media a player wants; control messages and the chat are sent in any case. */
public enum MediaDelivery {

    /** All media. */
    ALL,

    /** Everything but video, for example while the page is hidden and its sound is on. The viewer is counted. */
    AUDIO,

    /** No media, for example while the page is hidden or paused: the viewer is not counted, and the camera may sleep. */
    NONE;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
