package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/** Access units that wait for one viewer, each retained. Bounded by {@link QueueLimits}, which its owner keeps. Event loop only. */
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

    /** Adds one, taking over a reference. */
    void add(IndexedFrame frame, long nowNanos) {
        queue.add(new Waiting(frame, nowNanos));
        bytes += frame.size();
    }

    /** What waits now is what the viewer is given to start with: it does not count as being slow. */
    void markStart() {
        startBytes = bytes;
    }

    /** Whether some of what the viewer was given to start with still waits. */
    boolean isStarting() {
        return startBytes > 0;
    }

    /** Whether something has to be dropped. */
    boolean isOver(QueueLimits limits, long nowNanos) {
        Waiting oldest = queue.peek();
        return oldest != null && limits.isOver(queue.size(), bytes - startBytes, nowNanos - oldest.sinceNanos);
    }

    /** Takes the oldest out, with its reference. */
    IndexedFrame remove() {
        IndexedFrame frame = queue.remove().frame;
        bytes -= frame.size();
        startBytes = Math.max(0, startBytes - frame.size());
        return frame;
    }

    /** Releases everything. */
    void clear() {
        dropBefore(queue.size(), frame -> false);
    }

    /** Index of the newest frame that decoding can start at; as many as there are when there is none but the very first. */
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

    /** Drops the first {@code count}, and of the others those that {@code kept} refuses; returns how many. */
    int dropBefore(int count, Predicate<IndexedFrame> kept) {
        int size = queue.size();
        for (int i = 0; i < size; i++) {
            Waiting waiting = queue.remove();
            if (i >= count && kept.test(waiting.frame)) {
                queue.add(waiting);
            } else {
                bytes -= waiting.frame.size();
                waiting.frame.release();
            }
        }
        startBytes = Math.min(startBytes, bytes);
        return size - queue.size();
    }

    /**
     * An access unit that waits.
     *
     * @param frame retained
     * @param sinceNanos when it came
     */
    private record Waiting(IndexedFrame frame, long sinceNanos) {}
}
