package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sound that waits to be sent with the next frame of a synchronized group, so that it costs no send of its own, and how far the group is
 * in each track without video. At most {@link #MOST} access units and 256 tracks. Event loop only.
 */
final class PendingSound {

    /** Access units that wait at the most: 320 ms of 20 ms packets. */
    static final int MOST = 16;

    private final Map<Integer, TrackPosition> positions = new HashMap<>();
    private List<IndexedFrame> waiting = new ArrayList<>();

    /** Lets an access unit, which is borrowed, wait for the next frame. */
    void add(IndexedFrame frame) {
        frame.retain();
        waiting.add(frame);
    }

    /** An access unit was sent to everybody in the group. */
    void passed(IndexedFrame frame) {
        position(frame.track()).passed(frame);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isFull() {
        return waiting.size() >= MOST;
    }

    /** Whether something has waited since {@code nanos} or longer. */
    boolean isOlder(long nanos) {
        return !waiting.isEmpty() && waiting.get(0).arrivedNanos() <= nanos;
    }

    /** What waits, in order; borrowed. */
    List<IndexedFrame> waiting() {
        return waiting;
    }

    /** Takes out what waits, with its references, to be sent. */
    List<IndexedFrame> take() {
        List<IndexedFrame> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    /** How far the group is in each track. */
    Map<Integer, TrackPosition> positions() {
        return positions;
    }

    /** Other tracks begin: nothing is known of them. */
    void restart() {
        waiting.forEach(IndexedFrame::release);
        waiting.clear();
        positions.clear();
    }

    private TrackPosition position(int track) {
        return positions.computeIfAbsent(track, any -> new TrackPosition());
    }
}
