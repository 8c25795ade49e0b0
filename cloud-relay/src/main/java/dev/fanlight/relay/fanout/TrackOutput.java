package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.DroppedDisposable;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.HashMap;
import java.util.Map;

/** What goes out to one viewer, and how far that is in each track. Event loop only. */
final class TrackOutput {

    private final ViewerOutput output;
    private final RelayCounters counters;
    private final ViewerHealth health;
    // At most 256 tracks.
    private final Map<Integer, DeliveryProgress> tracks = new HashMap<>();
    private DeliveryProgress video = new DeliveryProgress();
    private long lastProgress;

    TrackOutput(ViewerOutput output, RelayCounters counters, ViewerHealth health, long nowNanos) {
        this.output = output;
        this.counters = counters;
        this.health = health;
        this.lastProgress = nowNanos;
    }

    /** When the viewer last took something, or could have. */
    long lastProgress() {
        return lastProgress;
    }

    /** Whether the viewer takes more now. */
    boolean isOpen(long nowNanos) {
        boolean open = output.isWritable();
        if (open) {
            lastProgress = nowNanos;
        }
        return open;
    }

    /** Takes an access unit for the viewer, if it can decode it behind what was taken before. */
    boolean take(IndexedFrame frame) {
        return progress(frame.track()).take(frame);
    }

    /** Nothing has been taken or sent. */
    void reset() {
        tracks.clear();
        video = new DeliveryProgress();
    }

    /** What was taken and not sent may be dropped: it has to be taken again. */
    void rewind() {
        tracks.values().forEach(DeliveryProgress::rewind);
    }

    /** From here on this video track is sent, beginning with a key frame. */
    void changeVideo(int track) {
        video = progress(track);
        video.restart();
    }

    /**
     * Takes and sends a whole batch at once, if it is the very next of the video that is sent and the viewer takes it; says whether.
     */
    boolean sendAtOnce(FrameBatch batch, long nowNanos) {
        if (!video.continuesWith(batch) || !output.directOutput().offer(batch.bytes())) {
            return false;
        }
        video.sent(batch);
        noteSent(batch.last(), batch.frames().size(), nowNanos);
        return true;
    }

    /** Whether exactly what a group has been sent was sent to this viewer. */
    boolean isAt(SynchronizedGroup group) {
        if (!video.isAt(group.position())) {
            return false;
        }
        for (Map.Entry<Integer, TrackPosition> sound : group.sound().positions().entrySet()) {
            if (!progress(sound.getKey()).isAt(sound.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** What a group has been sent has been sent to this viewer, past the queue. */
    void learn(SynchronizedGroup group) {
        video.become(group.position());
        group.sound().positions().forEach((track, position) -> progress(track).become(position));
        health.sent(group.sequence(), group.sentNanos());
    }

    /** Sends what was taken; with the next {@link #flush()}. */
    void send(IndexedFrame frame, long nowNanos) {
        DeliveryProgress progress = progress(frame.track());
        boolean hole = progress.leavesHole(frame);
        progress.sent(frame);
        if (hole) {
            output.say(
                    new DroppedDisposable(frame.track(), frame.frame().header().sequence()));
        }
        output.write(frame.frame());
        noteSent(frame, 1, nowNanos);
    }

    void flush() {
        output.flush();
    }

    private void noteSent(IndexedFrame newest, int count, long nowNanos) {
        lastProgress = nowNanos;
        if (newest.isVideo()) {
            health.sent(newest.frame().header().sequence(), nowNanos);
        }
        counters.add(RelayCounter.FRAMES_OUT, count);
    }

    private DeliveryProgress progress(int track) {
        return tracks.computeIfAbsent(track, any -> new DeliveryProgress());
    }
}
