package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.Shared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Viewers of one event loop whose pictures are merged alike, and the pictures that wait for the next ones. Event loop only. */
final class Lane {

    private final FanOut fanOut;
    private final int sparedLevels;
    private final List<ViewerQueue> members = new ArrayList<>();
    // At most as many as the stream has tracks with pictures.
    private final Map<Integer, List<StreamFrame>> held = new HashMap<>();

    /** A lane that merges {@code sparedLevels} levels of pressure later than others. */
    Lane(FanOut fanOut, int sparedLevels) {
        this.fanOut = fanOut;
        this.sparedLevels = sparedLevels;
    }

    void add(ViewerQueue viewer) {
        members.add(viewer);
    }

    void remove(ViewerQueue viewer) {
        members.remove(viewer);
    }

    List<ViewerQueue> members() {
        return members;
    }

    /** Gives a viewer that goes to another lane what it would miss. */
    void handOver(ViewerQueue viewer) {
        held.values().forEach(frames -> frames.forEach(viewer::offer));
    }

    /** Takes the next access unit, borrowed, and sends it, or what has gathered; says whether it holds some of the track back. */
    boolean take(StreamFrame frame, int level) {
        if (members.isEmpty()) {
            return false;
        }
        List<StreamFrame> waiting = held.get(frame.track());
        int most = frame.isVideo() ? MergeRule.most(level - sparedLevels) : 1;
        if (waiting == null && most == 1) {
            pass(Batch.of(frame));
            return false;
        }
        List<StreamFrame> gathered = waiting == null ? new ArrayList<>(most) : waiting;
        frame.retain();
        gathered.add(frame);
        held.put(frame.track(), gathered);
        if (gathered.size() < most && MergeRule.mayWait(gathered, fanOut.mergeDelay())) {
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

    private void flush(int track) {
        List<StreamFrame> frames = held.remove(track);
        if (frames == null) {
            return;
        }
        try {
            send(frames);
        } finally {
            frames.forEach(StreamFrame::release);
        }
    }

    private void send(List<StreamFrame> frames) {
        if (frames.size() == 1) {
            pass(Batch.of(frames.get(0)));
            return;
        }
        Shared joined =
                fanOut.joiner().join(frames.stream().map(StreamFrame::frame).toList());
        try {
            pass(new Batch(frames, joined));
        } finally {
            joined.release();
        }
    }

    private void pass(Batch batch) {
        long now = fanOut.clock().nanoTime();
        for (int i = 0; i < members.size(); i++) {
            members.get(i).offer(batch, now);
        }
    }
}
