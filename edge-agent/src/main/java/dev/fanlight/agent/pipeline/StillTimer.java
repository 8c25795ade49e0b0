package dev.fanlight.agent.pipeline;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;

/** When the next still of a camera that is asleep is due: at each new connection, and then periodically. Thread safe. */
final class StillTimer {

    private final boolean enabled;
    private final long intervalNanos;
    private final NanoClock clock;
    private volatile long dueNanos;
    private volatile boolean connected;

    /** {@code interval} of zero is for none. */
    StillTimer(Duration interval, NanoClock clock) {
        this.enabled = !interval.isZero();
        this.intervalNanos = interval.toNanos();
        this.clock = clock;
    }

    /** A relay is connected, which has no still yet. */
    void connected() {
        dueNanos = clock.nanoTime();
        connected = true;
    }

    /** No relay is connected. */
    void disconnected() {
        connected = false;
    }

    boolean isDue() {
        return enabled && connected && clock.nanoTime() - dueNanos >= 0;
    }

    /** One is being made, or has failed. */
    void made() {
        dueNanos = clock.nanoTime() + intervalNanos;
    }
}
