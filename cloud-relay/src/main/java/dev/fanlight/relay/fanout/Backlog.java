package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/** Access units that wait for one viewer, each retained. Bounded by {@link QueueLimits}, which its owner enforces. Event loop only. */
final class Backlog {

    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long bytes;
    private long startBytes;

    boolean isEmpty() {
        return queue.isEmpty();
    }

    int size() {
        return queue.size();
    }

    /** Adds an access unit; takes over a reference. */
    void add(IndexedFrame frame, long nowNanos) {
        queue.add(new Waiting(frame, nowNanos));
        bytes += frame.size();
    }

    /** Marks what waits now as start-up data, which does not count against the byte limit. */
    void markStart() {
        startBytes = bytes;
    }

    /** Whether start-up data still waits. */
    boolean isStarting() {
        return startBytes > 0;
    }

    /** Whether something has to be dropped. */
    boolean isOver(QueueLimits limits, long nowNanos) {
        Waiting oldest = queue.peek();
        return oldest != null && limits.isOver(queue.size(), bytes - startBytes, nowNanos - oldest.sinceNanos);
    }

    /** Removes the oldest; its reference passes to the caller. */
    IndexedFrame remove() {
        IndexedFrame frame = queue.remove().frame;
        removed(frame);
        return frame;
    }

    /** Removes the oldest that is not video; its reference passes to the caller. */
    Optional<IndexedFrame> removeSound() {
        for (Iterator<Waiting> each = queue.iterator(); each.hasNext(); ) {
            IndexedFrame frame = each.next().frame;
            if (!frame.isVideo()) {
                each.remove();
                removed(frame);
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    /** Releases everything. */
    void clear() {
        dropBefore(queue.size(), frame -> false, frame -> false);
    }

    /** Index of the newest key frame of video, the first entry excepted; the size of the backlog when there is none. */
    int newestKeyFrame() {
        int newest = queue.size();
        int index = 0;
        for (Waiting waiting : queue) {
            if (index > 0 && waiting.frame.isVideo() && waiting.frame.isKey()) {
                newest = index;
            }
            index++;
        }
        return newest;
    }

    /**
     * Drops the first {@code count} except for those that are {@code spared}, and of what is left then what {@code kept} rejects;
     * returns how many were dropped.
     */
    int dropBefore(int count, Predicate<IndexedFrame> spared, Predicate<IndexedFrame> kept) {
        int size = queue.size();
        for (int i = 0; i < size; i++) {
            Waiting waiting = queue.remove();
            if ((i >= count || spared.test(waiting.frame)) && kept.test(waiting.frame)) {
                queue.add(waiting);
            } else {
                bytes -= waiting.frame.size();
                waiting.frame.release();
            }
        }
        startBytes = Math.min(startBytes, bytes);
        return size - queue.size();
    }

    private void removed(IndexedFrame frame) {
        bytes -= frame.size();
        startBytes = Math.max(0, startBytes - frame.size());
    }

    /**
     * A waiting access unit.
     *
     * @param frame retained
     * @param sinceNanos when it was added
     */
    private record Waiting(IndexedFrame frame, long sinceNanos) {}
}
