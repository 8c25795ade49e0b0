package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.relay.metrics.DurationHistogram;
import dev.fanlight.runtime.NanoClock;
import java.util.concurrent.TimeUnit;

/** Measures how long a viewer waits for its first frame, once; begins at once. Event loop only. */
final class JoinTimer {

    private final NanoClock clock;
    private final DurationHistogram times;
    private final long began;
    private boolean done;

    JoinTimer(NanoClock clock, DurationHistogram times) {
        this.clock = clock;
        this.times = times;
        this.began = clock.nanoTime();
    }

    /** The viewer has acknowledged a frame, perhaps not its first. */
    void acknowledged() {
        if (!done) {
            done = true;
            times.record(TimeUnit.NANOSECONDS.toMicros(clock.nanoTime() - began));
        }
    }

    /** The viewer does not wait: its page is hidden, or plays sound only. */
    void cancel() {
        done = true;
    }
}
