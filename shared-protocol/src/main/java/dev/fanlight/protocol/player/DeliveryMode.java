package dev.fanlight.protocol.player;

import java.util.Locale;

/** What a player is sent, from everything down to almost nothing: the order is the order of the ladder. */
public enum DeliveryMode {

    /** Every access unit of the rendition it wants. */
    ALL,

    /** None that is disposable. */
    NO_DISPOSABLE,

    /** The small rendition. */
    LOW,

    /** Key frames only. */
    KEY_FRAMES,

    /** A key frame when the one before has arrived. */
    STILL;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
