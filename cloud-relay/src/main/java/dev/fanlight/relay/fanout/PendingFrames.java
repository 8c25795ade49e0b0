package dev.fanlight.relay.fanout;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.runtime.NanoClock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The access units that wait for one viewer until they are sent or dropped; when nothing waits they are sent at once. Only access units
 * whose references were sent come through. Event loop only.
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

    /** Begins empty. */
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

    /** Whether nothing waits, and nothing was dropped directly before the next access unit. */
    boolean isCaughtUp() {
        return !skipped && backlog.isEmpty();
    }

    /** Queues the cached frames to start with; takes over one reference to each. */
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

    /** Drops everything that waits; the viewer continues like a late joiner. */
    void reset() {
        backlog.clear();
        trackOutput.reset();
        selection.reset();
        skipped = false;
    }

    /** Sends a batch, which the caller still owns, if it is the next in order and the viewer accepts it; returns whether. */
    boolean sendAtOnce(FrameBatch batch, long nowNanos) {
        boolean whole = backlog.isEmpty() && selection.takesAllOf(batch.track());
        if (!whole || !trackOutput.sendAtOnce(batch, nowNanos)) {
            return false;
        }
        selection.observe(batch.last());
        skipped = false;
        return true;
    }

    /** Queues an access unit, which the caller still owns, if it is selected and can be decoded; returns whether. */
    boolean take(IndexedFrame frame) {
        if (!isWanted(frame)) {
            return false;
        }
        if (selection.isStill() && frame.isVideo()) {
            dropVideo();
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
     * Sends what waits, as far as the viewer accepts it; a nested call does nothing. Returns true, once, when nothing can be sent before
     * the next key frame.
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

    /** When the limits are exceeded, drops what is before the newest key frame, or everything; returns whether they were. */
    boolean skipIfOver(QueueLimits limits, long nowNanos) {
        if (!backlog.isOver(limits, nowNanos)) {
            return false;
        }
        drop(backlog.newestKeyFrame(), frame -> false);
        if (backlog.isOver(limits, nowNanos)) {
            dropAll();
        }
        return true;
    }

    /** After a downgrade, drops what is no longer selected, and the video before the newest key frame. */
    void thin() {
        int key = backlog.newestKeyFrame();
        drop(key == backlog.size() ? 0 : key, frame -> !frame.isVideo());
    }

    /** Drops everything that waits. */
    void dropAll() {
        drop(backlog.size(), frame -> false);
    }

    private void dropVideo() {
        drop(backlog.size(), frame -> !frame.isVideo());
    }

    /** Whether it is of the selected track, or starts it, and is sent at this delivery mode. */
    private boolean isWanted(IndexedFrame frame) {
        if (!frame.isVideo()) {
            return true;
        }
        if (selection.isWithoutVideo()) {
            return false;
        }
        if (selection.changesTo(frame)) {
            dropVideo();
            trackOutput.changeVideo(frame.track());
            health.changedTrack();
            selection.change(frame.track());
        }
        return selection.current().orElse(-1) == frame.track() && selection.takes(frame);
    }

    /** The next access unit to send, whose reference passes to the caller: while a still image is in transit the sound goes on alone. */
    private Optional<IndexedFrame> next() {
        if (catchUp.isPausing() || backlog.isEmpty()) {
            return Optional.empty();
        }
        boolean soundOnly = selection.isStill() && health.isInTransit();
        return soundOnly ? backlog.removeSound() : Optional.of(backlog.remove());
    }

    private void sendWaiting() {
        boolean wrote = false;
        long now = clock.nanoTime();
        int portion = backlog.isStarting() ? CatchUp.PORTION_BYTES : Integer.MAX_VALUE;
        while (trackOutput.isOpen(now)) {
            if (portion <= 0 && !backlog.isEmpty()) {
                catchUp.pause();
                break;
            }
            Optional<IndexedFrame> next = next();
            if (next.isEmpty()) {
                break;
            }
            portion -= next.get().size();
            trackOutput.send(next.get(), now);
            next.get().release();
            wrote = true;
        }
        if (wrote) {
            trackOutput.flush();
        }
    }

    /**
     * Drops the first {@code count} that are not spared, what cannot be decoded without them, and what is not sent at this delivery
     * mode.
     */
    private void drop(int count, Predicate<IndexedFrame> spared) {
        if (backlog.isEmpty()) {
            return;
        }
        trackOutput.rewind();
        int missed = backlog.dropBefore(
                count, spared, frame -> (!frame.isVideo() || selection.takes(frame)) && trackOutput.take(frame));
        counters.add(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER, missed);
        skipped = missed > 0 && backlog.isEmpty();
    }
}
