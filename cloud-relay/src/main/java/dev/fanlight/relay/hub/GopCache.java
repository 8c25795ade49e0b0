package dev.fanlight.relay.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The access units since the newest key frame of each track: what somebody needs who joins now. Bounded; a group of pictures that
 * outgrows it is given up, and the cache stays empty until the next key frame. Holds a reference to each. Not thread safe.
 */
final class GopCache {

    /** Most access units it holds: 20 s at 30 fps. */
    static final int MAX_FRAMES = 600;

    /** Most bytes it holds. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private final ReferenceGate gate = new ReferenceGate();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int bytes;

    /** Takes one in; retains it if it is of use. */
    void add(Frame frame) {
        if (!gate.admits(frame.header())) {
            return;
        }
        if (frame.header().isKey()) {
            forget(frame.header().track());
        }
        frame.retain();
        frames.add(frame);
        bytes += frame.size();
        if (frames.size() > MAX_FRAMES || bytes > MAX_BYTES) {
            clear();
        }
    }

    /** What somebody who joins is to get, in order; each retained for the caller. */
    List<Frame> snapshot() {
        frames.forEach(Frame::retain);
        return new ArrayList<>(frames);
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    void clear() {
        gate.breakAll();
        frames.forEach(Frame::release);
        frames.clear();
        bytes = 0;
    }

    private void forget(int track) {
        frames.removeIf(frame -> {
            boolean old = frame.header().track() == track;
            if (old) {
                bytes -= frame.size();
                frame.release();
            }
            return old;
        });
    }
}
