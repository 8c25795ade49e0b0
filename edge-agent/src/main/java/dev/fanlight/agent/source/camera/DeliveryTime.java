package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.NanoClock;
import java.util.List;

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
        return new SourceOutput() {
            @Override
            public void frame(RawFrame frame) {
                note();
                output.frame(frame);
            }

            @Override
            public void begin(List<Track> tracks) {
                output.begin(tracks);
            }

            @Override
            public void accept(int track, AccessUnit unit) {
                note();
                output.accept(track, unit);
            }

            @Override
            public void notice(String sentence) {
                output.notice(sentence);
            }
        };
    }

    private void note() {
        delivered = true;
        lastNanos = clock.nanoTime();
    }
}
