package dev.fanlight.relay.stream;

import dev.fanlight.runtime.NanoClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue of one queued reader, within {@link ReaderLimits}. Not thread safe. */
final class EventQueue {

    private static final long NONE = -1;
    private static final int NO_TRACK = -1;

    private final ReaderLimits limits;
    private final NanoClock clock;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    // At most 256 tracks each: the newest reference that was queued, and the newest index that was delivered.
    private final Map<Integer, Long> references = new HashMap<>();
    private final Map<Integer, Long> delivered = new HashMap<>();
    private Renditions renditions = Renditions.NONE;
    private long bytes;
    private long dropped;
    private boolean keyFrameRequested;
    private boolean closed;

    EventQueue(ReaderLimits limits, NanoClock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A waiting event.
     *
     * @param event owns one reference if it is a frame
     * @param sinceNanos when it was added
     */
    private record Waiting(ReaderEvent event, long sinceNanos) {

        boolean isRandomAccessPoint() {
            return event instanceof ReaderEvent.Frame next
                    && next.frame().isVideo()
                    && next.frame().isKey();
        }
    }

    /** Sets the tracks to accept frames of: the main rendition and those without video. */
    void select(Renditions next) {
        renditions = next;
    }

    /** Adds an event that is not a frame; returns whether the queue was empty. */
    boolean add(ReaderEvent event) {
        if (closed) {
            return false;
        }
        boolean first = waiting.isEmpty();
        waiting.add(new Waiting(event, clock.nanoTime()));
        limit();
        return first;
    }

    /** Adds an access unit, which the caller still owns, if the reader can decode it; returns whether it waits and the queue was empty. */
    boolean add(IndexedFrame frame) {
        if (closed || !isSelected(frame)) {
            return false;
        }
        if (!frame.isKey() && references.getOrDefault(frame.track(), NONE) != frame.reference()) {
            dropped++;
            return false;
        }
        references.put(frame.track(), frame.newestReference());
        boolean first = waiting.isEmpty();
        frame.retain();
        bytes += frame.size();
        waiting.add(new Waiting(new ReaderEvent.Frame(frame, false), clock.nanoTime()));
        limit();
        return first && !waiting.isEmpty();
    }

    /** Removes the oldest event; the reference of a frame passes to the caller. */
    Optional<ReaderEvent> poll() {
        Waiting next = waiting.poll();
        if (next == null) {
            return Optional.empty();
        }
        return Optional.of(next.event() instanceof ReaderEvent.Frame frame ? deliver(frame.frame()) : next.event());
    }

    /** The video track that needs a key frame to continue, reported once each time. */
    Optional<Integer> takeBrokenTrack() {
        int video = renditions.main().orElse(NO_TRACK);
        boolean broken = video != NO_TRACK && references.getOrDefault(video, NONE) == NONE;
        boolean report = broken && !keyFrameRequested;
        keyFrameRequested = broken;
        return report ? Optional.of(video) : Optional.empty();
    }

    /** Number of access units dropped because the reader was slow. */
    long dropped() {
        return dropped;
    }

    /** Releases what waits and accepts nothing any more. */
    void close() {
        closed = true;
        waiting.forEach(EventQueue::release);
        waiting.clear();
    }

    private boolean isSelected(IndexedFrame frame) {
        return !frame.isVideo() || renditions.main().orElse(NO_TRACK) == frame.track();
    }

    private ReaderEvent.Frame deliver(IndexedFrame frame) {
        bytes -= frame.size();
        Long before = delivered.put(frame.track(), frame.index());
        return new ReaderEvent.Frame(frame, before != null && before + 1 != frame.index());
    }

    /** When the limits are exceeded, drops the frames before the newest random access point (the first event excepted), or all frames. */
    private void limit() {
        long age = clock.nanoTime() - waiting.getFirst().sinceNanos();
        if (!limits.isOver(waiting.size(), bytes, age)) {
            return;
        }
        List<Waiting> kept = new ArrayList<>(waiting);
        int from = newestRandomAccessPoint(kept);
        if (from == kept.size()) {
            references.clear();
        }
        waiting.clear();
        newestOfEachKind(kept.subList(0, from)).forEach(waiting::add);
        waiting.addAll(kept.subList(from, kept.size()));
    }

    private static int newestRandomAccessPoint(List<Waiting> events) {
        for (int i = events.size() - 1; i > 0; i--) {
            if (events.get(i).isRandomAccessPoint()) {
                return i;
            }
        }
        return events.size();
    }

    /** Drops the frames among these events, and all but the newest of each other kind. */
    private List<Waiting> newestOfEachKind(List<Waiting> events) {
        List<Waiting> newest = new ArrayList<>();
        for (Waiting each : events) {
            if (each.event() instanceof ReaderEvent.Frame frame) {
                bytes -= frame.frame().size();
                dropped++;
                release(each);
            } else {
                newest.removeIf(
                        older -> older.event().getClass() == each.event().getClass());
                newest.add(each);
            }
        }
        return newest;
    }

    private static void release(Waiting waiting) {
        if (waiting.event() instanceof ReaderEvent.Frame frame) {
            frame.frame().release();
        }
    }
}
