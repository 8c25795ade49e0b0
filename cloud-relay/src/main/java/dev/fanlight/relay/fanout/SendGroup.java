package dev.fanlight.relay.fanout;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Viewers of one event loop whose pictures are merged alike and at the same turn, and the pictures that wait for the next ones. Event
 * loop only.
 */
final class SendGroup {

    private final FanOutContext fanOut;
    private final int sparedLevels;
    private final int turn;
    // Those who are not in step. At most one group in step, and one list of pictures, for each track of the stream.
    private final List<ViewerQueue> others = new ArrayList<>();
    private final Map<Integer, SynchronizedGroup> steps = new HashMap<>();
    private final Map<Integer, List<IndexedFrame>> held = new HashMap<>();
    private int size;

    /**
     * Nobody.
     *
     * @param sparedLevels how many levels of pressure later than others it merges
     * @param turn which pictures end a merged send, as {@link MergePolicy#isTurn} says
     */
    SendGroup(FanOutContext fanOut, int sparedLevels, int turn) {
        this.fanOut = fanOut;
        this.sparedLevels = sparedLevels;
        this.turn = turn;
    }

    int size() {
        return size;
    }

    void add(ViewerQueue viewer) {
        size++;
        others.add(viewer);
    }

    void remove(ViewerQueue viewer) {
        size--;
        fallBehind(viewer);
        others.remove(viewer);
        if (size == 0) {
            flushAll();
        }
    }

    /** A viewer does not get what the others get any more, until it has been found to do so again. */
    void fallBehind(ViewerQueue viewer) {
        viewer.place().ifInStep(step -> {
            step.remove(viewer);
            others.add(viewer);
        });
    }

    /** Gives a viewer that has gone to another lane what it would miss. */
    void handOver(ViewerQueue viewer) {
        held.values().forEach(frames -> frames.forEach(viewer::offer));
    }

    /** Takes the next access unit, borrowed, and sends it, or what has gathered; says whether it holds some of the track back. */
    boolean take(IndexedFrame frame, int level) {
        if (size == 0) {
            return false;
        }
        List<IndexedFrame> waiting = held.get(frame.track());
        int most = frame.isVideo() ? MergePolicy.most(level - sparedLevels) : 1;
        if (waiting == null && most == 1) {
            pass(FrameBatch.of(frame, fanOut.form()));
            return false;
        }
        List<IndexedFrame> gathered = waiting == null ? new ArrayList<>(most) : waiting;
        frame.retain();
        gathered.add(frame);
        held.put(frame.track(), gathered);
        if (gathered.size() < most
                && !MergePolicy.isTurn(frame, most, turn)
                && MergePolicy.mayWait(gathered, fanOut.mergeDelay())) {
            return true;
        }
        flush(frame.track());
        return false;
    }

    /** Sends what has waited since {@code nanos} or longer. */
    void flushOlder(long nanos) {
        List<Integer> due = held.entrySet().stream()
                .filter(entry -> entry.getValue().get(0).arrivedNanos() <= nanos)
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(this::flush);
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    void flushAll() {
        List.copyOf(held.keySet()).forEach(this::flush);
    }

    /** Calls {@code action} for each viewer. */
    void each(Consumer<ViewerQueue> action) {
        eachOther(action);
        eachInStep(action);
    }

    /** Calls {@code action} for each viewer that is in step. */
    void eachInStep(Consumer<ViewerQueue> action) {
        steps.values().forEach(step -> step.each(action));
    }

    /** Calls {@code action} for each viewer that is not in step. */
    void eachOther(Consumer<ViewerQueue> action) {
        for (int i = others.size() - 1; i >= 0; i--) {
            action.accept(others.get(i));
        }
    }

    private void flush(int track) {
        List<IndexedFrame> frames = held.remove(track);
        if (frames == null) {
            return;
        }
        try {
            send(frames);
        } finally {
            frames.forEach(IndexedFrame::release);
        }
    }

    private void send(List<IndexedFrame> frames) {
        if (frames.size() == 1) {
            pass(FrameBatch.of(frames.get(0), fanOut.form()));
            return;
        }
        SharedBuffer joined = fanOut.joiner()
                .join(frames.stream()
                        .map(each -> each.frame().in(fanOut.form()))
                        .toList());
        try {
            pass(new FrameBatch(frames, joined));
        } finally {
            joined.release();
        }
    }

    private void pass(FrameBatch batch) {
        long now = fanOut.clock().nanoTime();
        if (batch.first().isVideo()) {
            passPictures(batch, now);
        } else {
            passToEach(batch, now);
        }
    }

    /** Who is in step with another track has no use for them. */
    private void passPictures(FrameBatch batch, long now) {
        SynchronizedGroup step =
                steps.computeIfAbsent(batch.track(), track -> new SynchronizedGroup(fanOut.counters()));
        step.pass(batch, now, others::add);
        for (int i = others.size() - 1; i >= 0; i--) {
            ViewerQueue viewer = others.get(i);
            viewer.offer(batch, now);
            if (viewer.isInStepWith(batch.track(), step.position())) {
                others.set(i, others.get(others.size() - 1));
                others.remove(others.size() - 1);
                step.add(viewer);
            }
        }
    }

    private void passToEach(FrameBatch batch, long now) {
        eachOther(viewer -> viewer.offer(batch, now));
        eachInStep(viewer -> {
            viewer.offer(batch, now);
            if (!viewer.hasEverything()) {
                fallBehind(viewer);
            }
        });
    }
}
