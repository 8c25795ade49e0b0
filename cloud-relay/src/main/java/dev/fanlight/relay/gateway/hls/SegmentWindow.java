package dev.fanlight.relay.gateway.hls;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest segments of a muxer, the open one among them, within their limits. One muxer’s thread only. */
final class SegmentWindow {

    /** Most bytes of all segments together, where there is memory for that; beyond them the oldest are removed, even if they are listed. */
    static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final long SECOND = 1_000_000;

    private final HlsMemory memory;
    // At most LISTED + GRACE of the window.
    private final Deque<Segment> complete = new ArrayDeque<>();
    // One for each of the segments at most.
    private final Map<Integer, Buffer> inits = new HashMap<>();
    private Segment open = new Segment(0, 0, false, 0, List.of());
    private int init;
    private int targetSeconds = 1;
    private long removedDiscontinuities;
    private boolean discontinuity;

    /** Without segments. */
    SegmentWindow(HlsMemory memory) {
        this.memory = memory;
    }

    /** The segments that begin from now on need this init segment, and do not go on from those before. */
    void changeInit(Buffer bytes) {
        init++;
        inits.put(init, bytes);
        breakOff();
    }

    /** What comes next does not go on from what there is. */
    void breakOff() {
        discontinuity = true;
    }

    /** Begins the open segment, which has no part yet. */
    void begin(long wallMicros) {
        boolean broken = discontinuity && open.number() > 0;
        discontinuity = false;
        open = new Segment(open.number(), init, broken, wallMicros, List.of());
    }

    void add(Part part) {
        List<Part> parts = new ArrayList<>(open.parts());
        parts.add(part);
        open = new Segment(open.number(), open.init(), open.discontinuity(), open.wallMicros(), parts);
    }

    /** Completes the open segment, if it has a part, and puts an empty one behind it. */
    void complete() {
        if (open.parts().isEmpty()) {
            return;
        }
        complete.add(open);
        targetSeconds = Math.max(targetSeconds, (int) ((open.micros() + SECOND - 1) / SECOND));
        open = new Segment(open.number() + 1, init, false, 0, List.of());
        while (isOver()) {
            removeOldest();
        }
        int oldestInit = complete.getFirst().init();
        inits.keySet().removeIf(number -> number < oldestInit);
    }

    /** Removes all segments; what comes next has other numbers. */
    void clear() {
        complete();
        while (!complete.isEmpty()) {
            removeOldest();
        }
        breakOff();
    }

    /** Whether there is nothing to fetch. */
    boolean isEmpty() {
        return complete.isEmpty() && open.parts().isEmpty();
    }

    /** Whether a segment was completed. */
    boolean hasComplete() {
        return !complete.isEmpty();
    }

    long openMicros() {
        return open.micros();
    }

    int openBytes() {
        return open.bytes();
    }

    LiveWindow snapshot(PartTarget target) {
        List<Segment> segments = new ArrayList<>(complete);
        segments.add(open);
        return new LiveWindow(segments, inits, removedDiscontinuities, target, targetSeconds);
    }

    private void removeOldest() {
        removedDiscontinuities += complete.removeFirst().discontinuity() ? 1 : 0;
    }

    private boolean isOver() {
        int bytes = complete.stream().mapToInt(Segment::bytes).sum();
        return complete.size() > LiveWindow.LISTED + LiveWindow.GRACE
                || (bytes > memory.windowBytes() && complete.size() > 1);
    }
}
