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
 * Viewers of one send group that have been sent every frame of a video track and all sound, and take everything: how far they are is kept
 * once for all of them, so that the next frame costs each of them a send and nothing else (ADR 17). Event loop only.
 */
final class SynchronizedGroup {

    /** Outputs whose data are fetched together; more would push the first ones out again (ADR 17). */
    private static final int TOGETHER = 16;

    private final RelayCounters counters;
    private final TrackPosition position = new TrackPosition();
    private final PendingSound sound = new PendingSound();
    private final List<ViewerQueue> viewers = new ArrayList<>();
    // Of the viewer with the same index: what is asked for every frame must not be far away.
    private final List<SubscriberOutput> outputs = new ArrayList<>();
    private long sequence;
    private long sentNanos;
    private boolean disposableSeen;

    SynchronizedGroup(RelayCounters counters) {
        this.counters = counters;
    }

    /** How far everybody here is in the video track. */
    TrackPosition position() {
        return position;
    }

    /** How far everybody here is in the other tracks, and what of them waits. */
    PendingSound sound() {
        return sound;
    }

    /** The newest sequence that was sent to everybody here. */
    long sequence() {
        return sequence;
    }

    /** When it was sent. */
    long sentNanos() {
        return sentNanos;
    }

    /** Whether there are disposable frames in this track. */
    boolean disposableSeen() {
        return disposableSeen;
    }

    /** Takes an access unit of another track, borrowed, to be sent with the next frame; says whether it waits. */
    boolean takeSound(IndexedFrame frame) {
        if (viewers.isEmpty()) {
            sound.passed(frame);
            return false;
        }
        sound.add(frame);
        return true;
    }

    /**
     * Sends a batch to everybody; those who do not take it whole are detached.
     *
     * @param bytes the sound, then the frames of the batch; borrowed
     * @param withSound what was taken out of {@link #sound()} to go with it
     * @param detached called for each viewer that has been detached, with nothing of all this sent
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

    /** Sends sound alone, because no frame came in time. */
    void passSound(SharedBuffer bytes, List<IndexedFrame> frames, Consumer<ViewerQueue> detached) {
        int sent = offer(bytes, true, detached);
        counters.add(RelayCounter.FRAMES_OUT, (long) sent * frames.size());
        frames.forEach(sound::passed);
    }

    /** Takes a viewer in that is exactly as far. */
    void add(ViewerQueue viewer) {
        viewers.add(viewer);
        outputs.add(viewer.directOutput());
        viewer.membership().synchronizeWith(this);
    }

    /** Lets a viewer go that is here. */
    void remove(ViewerQueue viewer) {
        removeAt(viewers.indexOf(viewer));
    }

    /** Calls {@code action} for each; those for whom it does may leave meanwhile. */
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
     * Asks those whose turn is next something that touches what a send needs of them, so that the processor fetches it for all of them at the
     * same time: a send leaves nothing of it near, and one after the other is waiting for memory most of the time.
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
