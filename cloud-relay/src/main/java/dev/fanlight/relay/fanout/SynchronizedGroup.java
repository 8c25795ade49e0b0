package dev.fanlight.relay.fanout;

import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Viewers of one lane who have got every picture of a track and take everything: how far they are is kept once for all of them, so that
 * the next picture costs each of them a send and nothing else (ADR 17). Event loop only.
 */
final class SynchronizedGroup {

    /** Receivers whose data are fetched together; more would push the first ones out again (ADR 17). */
    private static final int TOGETHER = 16;

    private final RelayCounters counters;
    private final TrackPosition position = new TrackPosition();
    private final List<ViewerQueue> viewers = new ArrayList<>();
    // Of the viewer with the same index: what is asked for every picture must not be far away.
    private final List<SubscriberOutput> receivers = new ArrayList<>();
    private long sequence;
    private long sentNanos;
    private boolean disposableSeen;

    SynchronizedGroup(RelayCounters counters) {
        this.counters = counters;
    }

    /** How far everybody here is. */
    TrackPosition position() {
        return position;
    }

    /** The newest sequence that was sent to everybody here. */
    long sequence() {
        return sequence;
    }

    /** When it was sent. */
    long sentNanos() {
        return sentNanos;
    }

    /** Whether there are disposable pictures in this track. */
    boolean disposableSeen() {
        return disposableSeen;
    }

    /** Sends a batch, which is borrowed, to everybody; who does not take it whole leaves, and {@code behind} is called for each. */
    void pass(FrameBatch batch, long nowNanos, Consumer<ViewerQueue> behind) {
        boolean next = position.isNext(batch.first());
        int sent = 0;
        for (int i = viewers.size() - 1; i >= 0; i--) {
            if (i % TOGETHER == 0) {
                bringNear(i - TOGETHER, i);
            }
            if (next && receivers.get(i).offer(batch.bytes())) {
                sent++;
            } else {
                behind.accept(removeAt(i));
            }
        }
        counters.add(RelayCounter.FRAMES_OUT, (long) sent * batch.frames().size());
        passed(batch, nowNanos);
    }

    /** Takes a viewer in that is exactly as far. */
    void add(ViewerQueue viewer) {
        viewers.add(viewer);
        receivers.add(viewer.receiver());
        viewer.place().stepIn(this);
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

    /**
     * Asks those whose turn is next something that touches what a send needs of them, so that the processor fetches it for all of them at the
     * same time: a send leaves nothing of it near, and one after the other is waiting for memory most of the time.
     */
    private void bringNear(int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            var unused = receivers.get(i).isReady();
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
        receivers.set(index, receivers.get(last));
        viewers.remove(last);
        receivers.remove(last);
        viewer.place().stepOut();
        return viewer;
    }
}
