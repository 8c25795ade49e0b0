package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.DroppedDisposable;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.HashMap;
import java.util.Map;

/** What goes out to one viewer, and how far that is in each track. Event loop only. */
final class TrackOutput {

    private final ViewerOutput sink;
    private final RelayCounters counters;
    private final ViewerHealth health;
    // At most 256 tracks.
    private final Map<Integer, DeliveryProgress> tracks = new HashMap<>();
    private DeliveryProgress pictures = new DeliveryProgress();
    private long lastProgress;

    TrackOutput(ViewerOutput sink, RelayCounters counters, ViewerHealth health, long nowNanos) {
        this.sink = sink;
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
        boolean open = sink.isWritable();
        if (open) {
            lastProgress = nowNanos;
        }
        return open;
    }

    /** Takes an access unit for the viewer, if it can decode it behind what was taken before. */
    boolean take(IndexedFrame frame) {
        return progress(frame.track()).take(frame);
    }

    /** What was taken and not sent may be left out: it has to be taken again. */
    void rewind() {
        tracks.values().forEach(DeliveryProgress::rewind);
    }

    /** From here on the pictures of this track are sent, beginning with a key frame. */
    void changePictures(int track) {
        pictures = progress(track);
        pictures.restart();
    }

    /**
     * Takes and sends a whole batch at once, if it is the very next of the pictures that are sent and the viewer takes it; says whether.
     */
    boolean sendAtOnce(FrameBatch batch, long nowNanos) {
        if (!pictures.continuesWith(batch) || !sink.receiver().offer(batch.bytes())) {
            return false;
        }
        pictures.sent(batch);
        noteSent(batch.last(), batch.frames().size(), nowNanos);
        return true;
    }

    /** Whether of the pictures that are sent exactly those up to here have been. */
    boolean isAt(TrackPosition position) {
        return pictures.isAt(position);
    }

    /** The pictures up to here have been sent past this outlet. */
    void learn(SynchronizedGroup step) {
        pictures.become(step.position());
        health.sent(step.sequence(), step.sentNanos());
    }

    /** Sends what was taken; with the next {@link #flush()}. */
    void send(IndexedFrame frame, long nowNanos) {
        DeliveryProgress progress = progress(frame.track());
        boolean hole = progress.leavesHole(frame);
        progress.sent(frame);
        if (hole) {
            sink.say(new DroppedDisposable(frame.track(), frame.frame().header().sequence()));
        }
        sink.write(frame.frame());
        noteSent(frame, 1, nowNanos);
    }

    void flush() {
        sink.flush();
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
