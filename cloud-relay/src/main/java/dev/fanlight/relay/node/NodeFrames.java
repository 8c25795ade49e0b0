package dev.fanlight.relay.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.wire.WebSocketForm;
import dev.fanlight.relay.wire.WireFrame;
import java.util.HashSet;
import java.util.Set;

/**
 * Frames on their way to another node. One that does not take them, as a frozen one, loses each track up to its next key frame, and costs
 * this relay no more than a fixed number of bytes. Thread safe.
 */
final class NodeFrames {

    /** Most bytes that wait for a node. */
    static final long MAX_WAITING_BYTES = 2 * 1024 * 1024;

    private final PeerSocket socket;
    private final RelayCounters counters;

    @GuardedBy("this")
    private final Set<Integer> broken = new HashSet<>();

    @GuardedBy("this")
    private Set<Integer> selected = Set.of();

    /** Bytes that are on their way to the loop, or were written there and not taken by the kernel. */
    @GuardedBy("this")
    private long onTheWay;

    private volatile long unsent;

    NodeFrames(PeerSocket socket, RelayCounters counters) {
        this.socket = socket;
        this.counters = counters;
    }

    /** Sends these tracks and no others from now on. */
    synchronized void select(Set<Integer> tracks) {
        selected = Set.copyOf(tracks);
    }

    /** Sends a frame, which the caller still owns, if its track is selected and the node keeps up. */
    void offer(IndexedFrame frame) {
        if (!accept(frame)) {
            return;
        }
        frame.retain();
        socket.post(() -> write(frame));
    }

    private synchronized boolean accept(IndexedFrame frame) {
        int track = frame.track();
        if (!selected.contains(track)) {
            return false;
        }
        boolean isFull = onTheWay + unsent + frame.size() > MAX_WAITING_BYTES;
        boolean isLost = isFull || (frame.isVideo() && broken.contains(track) && !frame.isKey());
        if (isLost) {
            broken.add(track);
            counters.increment(RelayCounter.FRAMES_DROPPED_SLOW_READER);
            return false;
        }
        broken.remove(track);
        onTheWay += frame.size();
        return true;
    }

    private void write(IndexedFrame frame) {
        if (!socket.isEnding()) {
            socket.write((WebSocketForm) frame.frame().in(WireFrame.FORM));
            socket.flush();
        }
        unsent = socket.unsentBytes();
        synchronized (this) {
            onTheWay -= frame.size();
        }
        frame.release();
    }
}
