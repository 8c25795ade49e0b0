package dev.fanlight.relay.gateway.push;

import java.util.Locale;

/** How far a push is. */
enum PushState {
    /** The camera has no frames, or is not there. */
    WAITING,
    /** The target is being connected to. */
    CONNECTING,
    /** The target takes the stream. */
    LIVE,
    /** The camera is paused, so nothing is sent. */
    PAUSED,
    /** The next attempt comes after a while. */
    FAILED;

    /** For people. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
