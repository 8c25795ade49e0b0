package dev.fanlight.agent.pipeline;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Pending requests for a key frame. They are merged, and granted only so often: key frames are large, and a peer must not be able
 * to make every frame one. {@link #request()} and {@link #cancel()} are for any thread, {@link #take()} for one.
 */
final class KeyFrameTrigger {

    private final NanoClock clock;
    private final long spacingNanos;
    private final AtomicBoolean requested = new AtomicBoolean();

    // the taking thread only
    private long takenNanos;
    private boolean takenBefore;

    KeyFrameTrigger(NanoClock clock, Duration spacing) {
        this.clock = clock;
        this.spacingNanos = spacing.toNanos();
    }

    void request() {
        requested.set(true);
    }

    /** Drops a pending request: a source that was just opened begins with a key frame anyway. */
    void cancel() {
        requested.set(false);
    }

    /** Returns whether a key frame is due now; a request that comes too early stays pending. */
    boolean take() {
        long now = clock.nanoTime();
        boolean tooEarly = takenBefore && now - takenNanos < spacingNanos;
        if (tooEarly || !requested.getAndSet(false)) {
            return false;
        }
        takenBefore = true;
        takenNanos = now;
        return true;
    }
}
