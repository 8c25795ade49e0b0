package dev.fanlight.protocol.player;

import java.util.Locale;

/** What is sent to a player, in the order in which a slow connection is downgraded. */
public enum DeliveryMode {

    /** Every access unit of the preferred rendition. */
    ALL,

    /** All but the disposable access units. */
    NO_DISPOSABLE,

    /** The small rendition. */
    LOW,

    /** Key frames only. */
    KEY_FRAMES,

    /** One key frame at a time, after the previous one was acknowledged. */
    STILL;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
