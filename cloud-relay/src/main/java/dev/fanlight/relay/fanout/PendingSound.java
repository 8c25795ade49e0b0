package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Access units of audio (or data) that wait to be sent with the next video frame of a synchronized group, so that they cost no send of
 * their own, and the position of the group in each such track. At most {@link #MOST} access units and 256 tracks. Event loop only.
 */
final class PendingSound {

    /** Most access units that wait: 320 ms of 20 ms packets. */
    static final int MOST = 16;

    private final Map<Integer, TrackPosition> positions = new HashMap<>();
    private List<IndexedFrame> waiting = new ArrayList<>();

    /** Queues an access unit, which the caller still owns, until the next frame. */
    void add(IndexedFrame frame) {
        frame.retain();
        waiting.add(frame);
    }

    /** Records that an access unit was sent to the whole group. */
    void passed(IndexedFrame frame) {
        position(frame.track()).passed(frame);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isFull() {
        return waiting.size() >= MOST;
    }

    /** Whether the oldest has waited since {@code nanos} or longer. */
    boolean isOlder(long nanos) {
        return !waiting.isEmpty() && waiting.get(0).arrivedNanos() <= nanos;
    }

    /** The waiting access units in order; the references stay here. */
    List<IndexedFrame> waiting() {
        return waiting;
    }

    /** Removes the waiting access units; their references pass to the caller. */
    List<IndexedFrame> take() {
        List<IndexedFrame> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    /** Position of the group in each track. */
    Map<Integer, TrackPosition> positions() {
        return positions;
    }

    /** Forgets everything, because other tracks begin. */
    void restart() {
        waiting.forEach(IndexedFrame::release);
        waiting.clear();
        positions.clear();
    }

    private TrackPosition position(int track) {
        return positions.computeIfAbsent(track, any -> new TrackPosition());
    }
}
