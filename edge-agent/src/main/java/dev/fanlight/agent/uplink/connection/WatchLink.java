package dev.fanlight.agent.uplink.connection;

import java.time.Duration;

/**
 * A link to watch a camera, which its relay has made for the people at it. Immutable.
 *
 * @param url the whole link, its key included: a secret
 * @param lifetime how long it is valid
 */
public record WatchLink(String url, Duration lifetime) {
    /** Without the key. */
    @Override
    public String toString() {
        return "WatchLink[" + lifetime + "]";
    }
}
