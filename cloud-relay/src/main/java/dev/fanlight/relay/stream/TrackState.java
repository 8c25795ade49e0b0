package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import java.util.Optional;

/** One track of a stream on its way in: numbers what can be decoded, drops the rest, keeps what a late joiner needs. Stream’s lock. */
final class TrackState {

    private final GopCache cache = new GopCache();
    private Optional<MediaHeader> newest = Optional.empty();
    private long count;
    private long reference;
    private long newestNanos = Long.MIN_VALUE / 2;

    /** Takes an access unit, which is borrowed; nothing comes out when its predecessor is missing. */
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

    /** When the newest access unit came, long ago when none has. */
    long newestNanos() {
        return newestNanos;
    }

    GopCache cache() {
        return cache;
    }

    /** Nothing of before counts any more: only a key frame may be next. */
    void restart() {
        newest = Optional.empty();
        cache.clear();
    }
}
