package dev.fanlight.relay.fanout;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.runtime.NanoClock;
import java.util.List;

/**
 * The access units that wait for one viewer, until the viewer takes more or they are dropped; where nothing waits they go
 * at once. Only what can be decoded behind what was sent before comes through. Event loop only.
 */
final class PendingFrames {

    private final TrackOutput trackOutput;
    private final FrameSelection selection;
    private final ViewerHealth health;
    private final CatchUp catchUp;
    private final NanoClock clock;
    private final RelayCounters counters;
    private final Backlog backlog = new Backlog();
    private boolean skipped;
    private boolean draining;

    /** Nothing waits. */
    PendingFrames(
            TrackOutput trackOutput,
            FrameSelection selection,
            ViewerHealth health,
            CatchUp catchUp,
            NanoClock clock,
            RelayCounters counters) {
        this.trackOutput = trackOutput;
        this.selection = selection;
        this.health = health;
        this.catchUp = catchUp;
        this.clock = clock;
        this.counters = counters;
    }

    /** Whether nothing waits. */
    boolean isEmpty() {
        return backlog.isEmpty();
    }

    /** Whether nothing waits, and what comes next does not follow something that was dropped. */
    boolean isCaughtUp() {
        return !skipped && backlog.isEmpty();
    }

    /** Takes what the viewer is given to start with; takes over one reference to each. */
    void begin(List<IndexedFrame> cached) {
        long now = clock.nanoTime();
        for (IndexedFrame frame : cached) {
            if (isWanted(frame) && trackOutput.take(frame)) {
                backlog.add(frame, now);
            } else {
                frame.release();
            }
        }
        backlog.markStart();
    }

    /** Drops everything that waits; whatever comes next begins as for a late joiner. */
    void reset() {
        backlog.clear();
        trackOutput.reset();
        selection.reset();
        skipped = false;
    }

    /** Sends a batch, which is borrowed, if it is the very next and the viewer takes it; says whether. */
    boolean sendAtOnce(FrameBatch batch, long nowNanos) {
        boolean whole = backlog.isEmpty() && selection.takesAllOf(batch.track());
        if (!whole || !trackOutput.sendAtOnce(batch, nowNanos)) {
            return false;
        }
        selection.see(batch.last());
        skipped = false;
        return true;
    }

    /** Lets an access unit, which is borrowed, wait for its turn, if the viewer is to get it; says whether. */
    boolean take(IndexedFrame frame) {
        if (!isWanted(frame)) {
            return false;
        }
        if (selection.isStill() && frame.isVideo()) {
            dropAll();
        }
        if (!trackOutput.take(frame)) {
            counters.increment(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER);
            return false;
        }
        skipped = false;
        frame.retain();
        backlog.add(frame, clock.nanoTime());
        return true;
    }

    /**
     * Sends what waits, as far as the viewer takes it; does nothing when called while it does so. Says, once, when nothing can be sent any
     * more before a key frame comes.
     */
    boolean drain() {
        if (draining) {
            return false;
        }
        draining = true;
        try {
            sendWaiting();
        } finally {
            draining = false;
        }
        boolean stranded = trackOutput.isOpen(clock.nanoTime()) && skipped && backlog.isEmpty();
        if (stranded) {
            skipped = false;
        }
        return stranded;
    }

    /** Where too much waits, drops what is before the newest key frame, or everything; says whether that was so. */
    boolean skipIfOver(QueueLimits limits, long nowNanos) {
        if (!backlog.isOver(limits, nowNanos)) {
            return false;
        }
        drop(backlog.newestKeyFrame());
        if (backlog.isOver(limits, nowNanos)) {
            dropAll();
        }
        return true;
    }

    /** The viewer is given less: drops what it is not to get any more, and what is before the newest key frame. */
    void thin() {
        int key = backlog.newestKeyFrame();
        drop(key == backlog.size() ? 0 : key);
    }

    /** Drops everything that waits. */
    void dropAll() {
        drop(backlog.size());
    }

    /** Whether it is of the track this viewer gets, or the beginning of it, and not dropped at this delivery mode. */
    private boolean isWanted(IndexedFrame frame) {
        if (!frame.isVideo()) {
            return true;
        }
        if (selection.changesTo(frame)) {
            dropAll();
            trackOutput.changeVideo(frame.track());
            health.changedTrack();
            selection.change(frame.track());
        }
        return selection.current().orElse(-1) == frame.track() && selection.takes(frame);
    }

    private boolean maySend() {
        return !catchUp.isPausing() && !(selection.isStill() && health.isUnderWay());
    }

    private void sendWaiting() {
        boolean wrote = false;
        long now = clock.nanoTime();
        int portion = backlog.isStarting() ? CatchUp.PORTION_BYTES : Integer.MAX_VALUE;
        while (maySend() && !backlog.isEmpty() && trackOutput.isOpen(now)) {
            if (portion <= 0) {
                catchUp.pause();
                break;
            }
            IndexedFrame next = backlog.remove();
            portion -= next.size();
            trackOutput.send(next, now);
            next.release();
            wrote = true;
        }
        if (wrote) {
            trackOutput.flush();
        }
    }

    /** Drops the first {@code count} and whatever cannot be decoded without them, or is not to be sent at this delivery mode. */
    private void drop(int count) {
        if (backlog.isEmpty()) {
            return;
        }
        trackOutput.rewind();
        int missed = backlog.dropBefore(count, frame -> selection.takes(frame) && trackOutput.take(frame));
        counters.add(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER, missed);
        skipped = missed > 0 && backlog.isEmpty();
    }
}
