package dev.fanlight.relay.hub;

import dev.fanlight.media.MediaHeader;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which access units can be decoded by somebody who got exactly those that were let through: key frames always, others
 * only directly behind their predecessor. At most 256 tracks. Not thread safe.
 */
final class ReferenceGate {

    private final Map<Integer, MediaHeader> newest = new HashMap<>();

    /** Whether this one may follow; an answer of {@code false} closes its track until the next key frame. */
    boolean admits(MediaHeader header) {
        MediaHeader previous = newest.get(header.track());
        boolean admitted = header.isKey() || (previous != null && header.follows(previous));
        if (admitted) {
            newest.put(header.track(), header);
        } else {
            newest.remove(header.track());
        }
        return admitted;
    }

    /** Something that was let through gets lost after all: nothing but key frames from here on. */
    void breakAll() {
        newest.clear();
    }
}
