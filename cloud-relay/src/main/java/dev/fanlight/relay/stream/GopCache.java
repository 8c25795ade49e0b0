package dev.fanlight.relay.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The access units of one track since its newest key frame: what a late joiner needs. Bounded: when a GOP exceeds the limits the cache is
 * cleared and stays empty until the next key frame. Holds a reference to each. Not thread safe.
 */
public final class GopCache {

    /** Most access units it holds: 20 s at 30 fps. */
    public static final int MAX_FRAMES = 600;

    /** Most bytes it holds. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Deque<IndexedFrame> frames = new ArrayDeque<>();
    private int bytes;

    /** Adds the next access unit and retains it, unless it comes before the first key frame. */
    public void add(IndexedFrame frame) {
        if (frame.isKey()) {
            clear();
        } else if (frames.isEmpty()) {
            return;
        }
        frame.retain();
        frames.add(frame);
        bytes += frame.size();
        if (frames.size() > MAX_FRAMES || bytes > MAX_BYTES) {
            clear();
        }
    }

    /** The access units for a late joiner, in order; each retained for the caller. */
    public List<IndexedFrame> snapshot() {
        frames.forEach(IndexedFrame::retain);
        return new ArrayList<>(frames);
    }

    public boolean isEmpty() {
        return frames.isEmpty();
    }

    public void clear() {
        frames.forEach(IndexedFrame::release);
        frames.clear();
        bytes = 0;
    }
}
