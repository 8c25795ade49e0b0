package dev.fanlight.relay.fanout;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Viewers of one event loop whose frames are merged alike and end a merged send at the same frame, and the frames that wait to be merged.
 * Event loop only.
 */
final class SendGroup {

    private final FanOutContext context;
    private final int sparedLevels;
    private final int turn;
    // Viewers in no synchronized group. There is at most one synchronized group, and one list of frames, for each video track
    // of the stream.
    private final List<ViewerQueue> others = new ArrayList<>();
    private final Map<Integer, SynchronizedGroup> groups = new HashMap<>();
    private final Map<Integer, List<IndexedFrame>> held = new HashMap<>();
    private int size;

    /**
     * Creates an empty group.
     *
     * @param sparedLevels levels of pressure by which it merges later than others
     * @param turn decides which frames end a merged send, see {@link MergePolicy#isTurn}
     */
    SendGroup(FanOutContext context, int sparedLevels, int turn) {
        this.context = context;
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
        detach(viewer);
        others.remove(viewer);
        if (size == 0) {
            flushAll();
        }
    }

    /** Removes a viewer from its synchronized group until it has caught up with one; it receives what the group still waits to be sent. */
    void detach(ViewerQueue viewer) {
        viewer.membership().ifSynchronized(group -> {
            group.remove(viewer);
            group.sound().waiting().forEach(viewer::offer);
            others.add(viewer);
        });
    }

    /** Offers a viewer that moves to another send group the frames that wait here. */
    void handOver(ViewerQueue viewer) {
        held.values().forEach(frames -> frames.forEach(viewer::offer));
    }

    /** Takes the next access unit, which the caller still owns, and sends it or the merged frames; returns whether some wait. */
    boolean take(IndexedFrame frame, int level) {
        if (size == 0) {
            return false;
        }
        return frame.isVideo() ? takeVideo(frame, level) : takeSound(frame);
    }

    /** Sends what was waiting at {@code nanos}. */
    void flushOlder(long nanos) {
        List<Integer> due = held.entrySet().stream()
                .filter(entry -> entry.getValue().get(0).arrivedNanos() <= nanos)
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(this::flush);
        for (SynchronizedGroup group : groups.values()) {
            if (group.sound().isOlder(nanos)) {
                flushSound(group);
            }
        }
    }

    boolean isHolding() {
        return !held.isEmpty()
                || groups.values().stream().anyMatch(group -> !group.sound().isEmpty());
    }

    void flushAll() {
        List.copyOf(held.keySet()).forEach(this::flush);
        groups.values().forEach(this::flushSound);
    }

    /** Sends what waits, before other tracks begin. */
    void restart() {
        flushAll();
        groups.values().forEach(group -> group.sound().restart());
    }

    /** Calls {@code action} for each viewer. */
    void each(Consumer<ViewerQueue> action) {
        eachOther(action);
        eachSynchronized(action);
    }

    /** Calls {@code action} for each viewer that is in a synchronized group. */
    void eachSynchronized(Consumer<ViewerQueue> action) {
        groups.values().forEach(group -> group.each(action));
    }

    /** Calls {@code action} for each viewer that is in none. */
    void eachOther(Consumer<ViewerQueue> action) {
        for (int i = others.size() - 1; i >= 0; i--) {
            action.accept(others.get(i));
        }
    }

    private boolean takeVideo(IndexedFrame frame, int level) {
        List<IndexedFrame> waiting = held.get(frame.track());
        int most = MergePolicy.most(level - sparedLevels);
        if (waiting == null && most == 1) {
            pass(FrameBatch.of(frame, context.form()));
            return false;
        }
        List<IndexedFrame> gathered = waiting == null ? new ArrayList<>(most) : waiting;
        frame.retain();
        gathered.add(frame);
        held.put(frame.track(), gathered);
        if (gathered.size() < most
                && !MergePolicy.isTurn(frame, most, turn)
                && MergePolicy.mayWait(gathered, context.mergeDelay())) {
            return true;
        }
        flush(frame.track());
        return false;
    }

    private boolean takeSound(IndexedFrame frame) {
        boolean holding = false;
        for (SynchronizedGroup group : groups.values()) {
            holding |= group.takeSound(frame);
            if (group.sound().isFull()) {
                flushSound(group);
            }
        }
        long now = context.clock().nanoTime();
        FrameBatch batch = FrameBatch.of(frame, context.form());
        eachOther(viewer -> viewer.offer(batch, now));
        return holding;
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
            pass(FrameBatch.of(frames.get(0), context.form()));
            return;
        }
        SharedBuffer coalesced = coalesce(frames.stream());
        try {
            pass(new FrameBatch(frames, coalesced));
        } finally {
            coalesced.release();
        }
    }

    /** Sends a batch to all but the viewers that are synchronized with another track. */
    private void pass(FrameBatch batch) {
        long now = context.clock().nanoTime();
        SynchronizedGroup group =
                groups.computeIfAbsent(batch.track(), track -> new SynchronizedGroup(context.counters()));
        passToGroup(group, batch, now);
        for (int i = others.size() - 1; i >= 0; i--) {
            ViewerQueue viewer = others.get(i);
            viewer.offer(batch, now);
            if (viewer.isSynchronizedWith(batch.track(), group)) {
                others.set(i, others.get(others.size() - 1));
                others.remove(others.size() - 1);
                group.add(viewer);
            }
        }
    }

    private void passToGroup(SynchronizedGroup group, FrameBatch batch, long now) {
        if (group.sound().isEmpty()) {
            group.pass(batch, batch.bytes(), List.of(), now, others::add);
            return;
        }
        List<IndexedFrame> sound = group.sound().take();
        SharedBuffer coalesced = coalesce(Stream.concat(sound.stream(), batch.frames().stream()));
        try {
            group.pass(batch, coalesced, sound, now, viewer -> detached(viewer, sound));
        } finally {
            coalesced.release();
            sound.forEach(IndexedFrame::release);
        }
    }

    private void flushSound(SynchronizedGroup group) {
        if (group.sound().isEmpty()) {
            return;
        }
        List<IndexedFrame> sound = group.sound().take();
        SharedBuffer coalesced = coalesce(sound.stream());
        try {
            group.passSound(coalesced, sound, viewer -> detached(viewer, sound));
        } finally {
            coalesced.release();
            sound.forEach(IndexedFrame::release);
        }
    }

    private void detached(ViewerQueue viewer, List<IndexedFrame> missed) {
        others.add(viewer);
        missed.forEach(viewer::offer);
    }

    private SharedBuffer coalesce(Stream<IndexedFrame> frames) {
        return context.coalescer()
                .join(frames.map(each -> each.frame().in(context.form())).toList());
    }
}
