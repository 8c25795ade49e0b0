package dev.fanlight.agent.pipeline;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * That somebody wants a key frame. Wishes merge, and are granted only so often: key frames are large, and a peer must not be
 * able to make every frame one. {@link #make()} for any thread, {@link #take()} for one.
 */
final class KeyFrameTrigger {

    private final NanoClock clock;
    private final long spacingNanos;
    private final AtomicBoolean wished = new AtomicBoolean();

    // the taking thread only
    private long takenNanos;
    private boolean takenBefore;

    KeyFrameTrigger(NanoClock clock, Duration spacing) {
        this.clock = clock;
        this.spacingNanos = spacing.toNanos();
    }

    void make() {
        wished.set(true);
    }

    /** Drops a wish: a source that was just opened begins with a key frame anyway. */
    void forget() {
        wished.set(false);
    }

    /** Whether a key frame is due now; a wish that comes too early stays. */
    boolean take() {
        long now = clock.nanoTime();
        boolean tooEarly = takenBefore && now - takenNanos < spacingNanos;
        if (tooEarly || !wished.getAndSet(false)) {
            return false;
        }
        takenBefore = true;
        takenNanos = now;
        return true;
    }
}
