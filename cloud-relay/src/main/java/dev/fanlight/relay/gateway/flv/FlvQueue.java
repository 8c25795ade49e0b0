package dev.fanlight.relay.gateway.flv;

import dev.fanlight.relay.stream.GopCache;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.ReaderLimits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for one reader: frames that it can decode, within its limits. Beyond them everything up to the newest waiting key frame is
 * dropped, or everything, and it goes on with the next one. Event loop only.
 */
final class FlvQueue {

    /** Most frames that wait: as many as the GOP cache holds, with which a late joiner begins. */
    static final int MAX_FRAMES = GopCache.MAX_FRAMES;

    /** Most bytes of frames that wait. */
    static final int MAX_BYTES = GopCache.MAX_BYTES;

    /** How long the oldest frame may wait. */
    static final Duration MAX_AGE = Duration.ofSeconds(2);

    private static final ReaderLimits LIMITS = new ReaderLimits(MAX_FRAMES, MAX_BYTES, MAX_AGE);

    private static final long NONE = -1;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    // At most two tracks of each announcement: the newest frame that others may refer to.
    private final Map<Integer, Long> references = new HashMap<>();
    private long bytes;
    private boolean closed;

    /**
     * A waiting frame.
     *
     * @param frame owns one reference
     * @param tracks the announcement it belongs to
     * @param sinceNanos when it was added
     */
    record Waiting(IndexedFrame frame, FlvTracks tracks, long sinceNanos) {}

    /** Adds a frame, which the caller still owns, if it can be decoded; returns how many frames were dropped. */
    int add(IndexedFrame frame, FlvTracks tracks, long nowNanos) {
        if (closed) {
            return 0;
        }
        if (!frame.isKey() && references.getOrDefault(frame.track(), NONE) != frame.reference()) {
            return 1;
        }
        references.put(frame.track(), frame.newestReference());
        frame.retain();
        bytes += frame.size();
        waiting.add(new Waiting(frame, tracks, nowNanos));
        return LIMITS.isOver(
                        waiting.size(), bytes, nowNanos - waiting.getFirst().sinceNanos())
                ? skip()
                : 0;
    }

    /** Whether a track cannot go on without a key frame. */
    boolean isBroken(int track) {
        return references.getOrDefault(track, NONE) == NONE;
    }

    /** Removes the oldest frame, whose reference passes to the caller. */
    Optional<Waiting> poll() {
        Waiting next = waiting.poll();
        if (next != null) {
            bytes -= next.frame().size();
        }
        return Optional.ofNullable(next);
    }

    /** Releases what waits and takes nothing any more. */
    void close() {
        closed = true;
        drop(waiting.size());
    }

    private int skip() {
        List<Waiting> all = new ArrayList<>(waiting);
        for (int i = all.size() - 1; i > 0; i--) {
            IndexedFrame frame = all.get(i).frame();
            if (frame.isVideo() && frame.isKey()) {
                return drop(i);
            }
        }
        references.clear();
        return drop(all.size());
    }

    private int drop(int count) {
        for (int i = 0; i < count; i++) {
            poll().ifPresent(oldest -> oldest.frame().release());
        }
        return count;
    }
}
