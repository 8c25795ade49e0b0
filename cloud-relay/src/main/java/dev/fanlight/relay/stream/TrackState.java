package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import java.util.Optional;

/** The state of one track: numbers access units that can be decoded, drops the others, and keeps the GOP cache. Stream’s lock. */
final class TrackState {

    private final GopCache cache = new GopCache();
    private Optional<MediaHeader> newest = Optional.empty();
    private long count;
    private long reference;
    private long newestNanos = Long.MIN_VALUE / 2;

    /** Takes an access unit, which the caller still owns; empty when its predecessor is missing. */
    Optional<IndexedFrame> take(MediaFrame frame, long nowNanos) {
        MediaHeader header = frame.header();
        if (!header.isKey() && newest.filter(header::follows).isEmpty()) {
            newest = Optional.empty();
            return Optional.empty();
        }
        newest = Optional.of(header);
        long index = count++;
        IndexedFrame numbered = new IndexedFrame(frame, index, header.isKey() ? index : reference, nowNanos);
        reference = numbered.newestReference();
        newestNanos = nowNanos;
        cache.add(numbered);
        return Optional.of(numbered);
    }

    /** When the newest access unit was received; far in the past when none was. */
    long newestNanos() {
        return newestNanos;
    }

    GopCache cache() {
        return cache;
    }

    /** Clears the cache; only a key frame is accepted next. */
    void restart() {
        newest = Optional.empty();
        cache.clear();
    }
}
