package dev.fanlight.relay.fanout;

import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Viewers of one send group that have been sent every frame of a video track and all sound, and keep up: their position is kept once for
 * all, so that the next frame costs each of them one send and nothing else (ADR 17). Event loop only.
 */
final class SynchronizedGroup {

    /** Outputs that are prefetched together; with more, the first would be evicted from the cache again (ADR 17). */
    private static final int TOGETHER = 16;

    private final RelayCounters counters;
    private final TrackPosition position = new TrackPosition();
    private final PendingSound sound = new PendingSound();
    private final List<ViewerQueue> viewers = new ArrayList<>();
    // The output of the viewer with the same index: a compact list, because every frame reads it.
    private final List<SubscriberOutput> outputs = new ArrayList<>();
    private long sequence;
    private long sentNanos;
    private boolean disposableSeen;

    SynchronizedGroup(RelayCounters counters) {
        this.counters = counters;
    }

    /** Position of all viewers in the video track. */
    TrackPosition position() {
        return position;
    }

    /** Position of all viewers in the other tracks, and what waits of these. */
    PendingSound sound() {
        return sound;
    }

    /** Sequence number of the newest video frame that was sent to all. */
    long sequence() {
        return sequence;
    }

    /** When that frame was sent. */
    long sentNanos() {
        return sentNanos;
    }

    /** Whether the track has had disposable access units. */
    boolean disposableSeen() {
        return disposableSeen;
    }

    /** Queues an access unit of another track, which the caller still owns, for the next frame; returns whether it waits. */
    boolean takeSound(IndexedFrame frame) {
        if (viewers.isEmpty()) {
            sound.passed(frame);
            return false;
        }
        sound.add(frame);
        return true;
    }

    /**
     * Sends a batch to all; viewers whose output does not accept it are detached.
     *
     * @param bytes the sound, then the frames of the batch; the caller keeps ownership
     * @param withSound the access units of {@link #sound()} that {@code bytes} begins with
     * @param detached called for each detached viewer, which has been sent none of this
     */
    void pass(
            FrameBatch batch,
            SharedBuffer bytes,
            List<IndexedFrame> withSound,
            long nowNanos,
            Consumer<ViewerQueue> detached) {
        boolean next = position.isNext(batch.first());
        int sent = offer(bytes, next, detached);
        counters.add(RelayCounter.FRAMES_OUT, (long) sent * (batch.frames().size() + withSound.size()));
        withSound.forEach(sound::passed);
        passed(batch, nowNanos);
    }

    /** Sends sound alone, when no frame has come in time. */
    void passSound(SharedBuffer bytes, List<IndexedFrame> frames, Consumer<ViewerQueue> detached) {
        int sent = offer(bytes, true, detached);
        counters.add(RelayCounter.FRAMES_OUT, (long) sent * frames.size());
        frames.forEach(sound::passed);
    }

    /** Adds a viewer that is at the same position. */
    void add(ViewerQueue viewer) {
        viewers.add(viewer);
        outputs.add(viewer.directOutput());
        viewer.membership().synchronizeWith(this);
    }

    /** Removes a viewer of this group. */
    void remove(ViewerQueue viewer) {
        removeAt(viewers.indexOf(viewer));
    }

    /** Calls {@code action} for each viewer, which may leave the group during the call. */
    void each(Consumer<ViewerQueue> action) {
        for (int i = viewers.size() - 1; i >= 0; i--) {
            action.accept(viewers.get(i));
        }
    }

    private int offer(SharedBuffer bytes, boolean next, Consumer<ViewerQueue> detached) {
        int sent = 0;
        for (int i = viewers.size() - 1; i >= 0; i--) {
            if (i % TOGETHER == 0) {
                prefetch(i - TOGETHER, i);
            }
            if (next && outputs.get(i).offer(bytes)) {
                sent++;
            } else {
                detached.accept(removeAt(i));
            }
        }
        return sent;
    }

    /**
     * Reads what a send needs of the next outputs, so that the processor fetches it for all of them in parallel: each send evicts that data
     * from the cache, and without this the loop would mostly wait for memory.
     */
    private void prefetch(int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            var unused = outputs.get(i).isReady();
        }
    }

    private void passed(FrameBatch batch, long nowNanos) {
        position.passed(batch.last());
        sequence = batch.last().frame().header().sequence();
        sentNanos = nowNanos;
        batch.frames().forEach(frame -> disposableSeen |= frame.isDisposable());
    }

    private ViewerQueue removeAt(int index) {
        int last = viewers.size() - 1;
        ViewerQueue viewer = viewers.get(index);
        viewers.set(index, viewers.get(last));
        outputs.set(index, outputs.get(last));
        viewers.remove(last);
        outputs.remove(last);
        viewer.membership().desynchronize();
        return viewer;
    }
}
