package dev.fanlight.relay.stream;

import dev.fanlight.protocol.WireLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The access units of one track since its newest key frame: what a late joiner needs. Bounded: when a GOP exceeds the limits the cache is
 * cleared and stays empty until the next key frame; only the key frame itself is kept, as a still image. Holds a reference to each. Not
 * thread safe.
 */
public final class GopCache {

    /** Most access units it holds: 20 s at 30 fps. */
    public static final int MAX_FRAMES = WireLimits.MAX_GOP_UNITS;

    /** Most bytes it holds. */
    public static final int MAX_BYTES = WireLimits.MAX_GOP_BYTES;

    private final Deque<IndexedFrame> frames = new ArrayDeque<>();
    private Optional<IndexedFrame> still = Optional.empty();
    private int bytes;

    /** Adds the next access unit and retains it, unless it comes before the first key frame. */
    public void add(IndexedFrame frame) {
        if (frame.isKey()) {
            clear();
            frame.retain();
            still = Optional.of(frame);
        } else if (frames.isEmpty()) {
            return;
        }
        frame.retain();
        frames.add(frame);
        bytes += frame.size();
        if (frames.size() > MAX_FRAMES || bytes > MAX_BYTES) {
            clearFrames();
        }
    }

    /** The newest key frame alone, retained for the caller: what there is to show where what followed it was too much to keep. */
    public Optional<IndexedFrame> still() {
        still.ifPresent(IndexedFrame::retain);
        return still;
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
        still.ifPresent(IndexedFrame::release);
        still = Optional.empty();
        clearFrames();
    }

    private void clearFrames() {
        frames.forEach(IndexedFrame::release);
        frames.clear();
        bytes = 0;
    }
}
