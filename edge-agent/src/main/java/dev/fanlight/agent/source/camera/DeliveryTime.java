package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.ForwardingOutput;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.runtime.NanoClock;

/**
 * When a camera has last delivered something that viewers see: a process that writes what cannot be decoded is as silent as one that writes
 * nothing. One thread.
 */
final class DeliveryTime {

    private final NanoClock clock;
    private long lastNanos;
    private boolean delivered;

    DeliveryTime(NanoClock clock) {
        this.clock = clock;
        this.lastNanos = clock.nanoTime();
    }

    /** How long nothing was delivered, from the beginning on if nothing was yet. */
    long silenceNanos() {
        return clock.nanoTime() - lastNanos;
    }

    boolean hasDelivered() {
        return delivered;
    }

    /** Delivers to {@code output} and notes when. */
    SourceOutput of(SourceOutput output) {
        return new Noted(this, output);
    }

    private record Noted(DeliveryTime time, SourceOutput target) implements ForwardingOutput {

        @Override
        public void frame(RawFrame frame) {
            time.note();
            target.frame(frame);
        }

        @Override
        public void accept(int track, AccessUnit unit) {
            time.note();
            target.accept(track, unit);
        }
    }

    private void note() {
        delivered = true;
        lastNanos = clock.nanoTime();
    }
}
