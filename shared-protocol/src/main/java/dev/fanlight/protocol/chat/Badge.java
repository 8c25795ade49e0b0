package dev.fanlight.protocol.chat;

import java.util.Locale;

/** Marks the messages of a moderator, the owner or the camera itself; set by the relay only. */
public enum Badge {

    /** Of a moderator. */
    MODERATOR,

    /** Of the owner. */
    OWNER,
    /** Of the device that publishes the camera. */
    CAMERA;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
