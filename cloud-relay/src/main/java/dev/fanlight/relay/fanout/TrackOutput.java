package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.DroppedDisposable;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.HashMap;
import java.util.Map;

/** The output to one viewer, with its progress in each track. Event loop only. */
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

    /** When the viewer last accepted something, or would have. */
    long lastProgress() {
        return lastProgress;
    }

    /** Whether the viewer accepts more now. */
    boolean isOpen(long nowNanos) {
        boolean open = output.isWritable();
        if (open) {
            lastProgress = nowNanos;
        }
        return open;
    }

    /** Accepts an access unit if the viewer can decode it after those accepted before; returns whether. */
    boolean take(IndexedFrame frame) {
        return progress(frame.track()).take(frame);
    }

    /** Forgets all progress. */
    void reset() {
        tracks.clear();
        video = new DeliveryProgress();
    }

    /** Goes back to what was sent: what was accepted after it has to be accepted again. */
    void rewind() {
        tracks.values().forEach(DeliveryProgress::rewind);
    }

    /** Switches to a video track, beginning with a key frame. */
    void changeVideo(int track) {
        video = progress(track);
        video.restart();
    }

    /** Accepts and sends a batch at once if it is the next of the video track and the viewer accepts it; returns whether. */
    boolean sendAtOnce(FrameBatch batch, long nowNanos) {
        if (!video.continuesWith(batch) || !output.directOutput().offer(batch.bytes())) {
            return false;
        }
        video.sent(batch);
        recordSent(batch.last(), batch.frames().size(), nowNanos);
        return true;
    }

    /** Whether this viewer has the same position as a group in every track. */
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

    /** Adopts the position of a group, whose frames were sent past the queue. */
    void adopt(SynchronizedGroup group) {
        video.moveTo(group.position());
        group.sound().positions().forEach((track, position) -> progress(track).moveTo(position));
        health.sent(group.sequence(), group.sentNanos());
    }

    /** Writes an accepted access unit, which is sent with the next {@link #flush()}. */
    void send(IndexedFrame frame, long nowNanos) {
        DeliveryProgress progress = progress(frame.track());
        boolean gap = progress.followsGap(frame);
        progress.sent(frame);
        if (gap) {
            output.send(
                    new DroppedDisposable(frame.track(), frame.frame().header().sequence()));
        }
        output.write(frame.frame());
        recordSent(frame, 1, nowNanos);
    }

    void flush() {
        output.flush();
    }

    private void recordSent(IndexedFrame newest, int count, long nowNanos) {
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
