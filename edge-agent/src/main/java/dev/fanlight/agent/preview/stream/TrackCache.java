package dev.fanlight.agent.preview.stream;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.protocol.WireLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers the access units of a track and keeps those since its last key frame for late joiners. Guarded by the stream’s lock. */
final class TrackCache {

    private final int id;
    private final List<MediaMessage> sinceKey = new ArrayList<>();
    private long sequence;
    private long bytes;

    TrackCache(int id) {
        this.id = id;
    }

    /** The message of the next access unit; empty when the track cannot begin with it. */
    Optional<MediaMessage> add(AccessUnit unit, long epoch) {
        if (sequence == 0 && !unit.key()) {
            return Optional.empty();
        }
        MediaMessage message = MediaMessage.of(id, unit, sequence++ & WireLimits.MAX_U32, epoch);
        if (message.video()) {
            keep(message);
        }
        return Optional.of(message);
    }

    /** What a late joiner needs; empty while it has to wait for the next key frame. */
    List<MediaMessage> sinceKey() {
        return List.copyOf(sinceKey);
    }

    void clear() {
        sinceKey.clear();
        bytes = 0;
    }

    private void keep(MediaMessage message) {
        if (message.key()) {
            clear();
        } else if (sinceKey.isEmpty()) {
            return;
        }
        sinceKey.add(message);
        bytes += message.bytes().length;
        if (sinceKey.size() > WireLimits.MAX_GOP_UNITS || bytes > WireLimits.MAX_GOP_BYTES) {
            clear();
        }
    }
}
