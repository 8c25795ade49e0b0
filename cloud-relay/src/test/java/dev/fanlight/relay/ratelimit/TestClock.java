package dev.fanlight.relay.ratelimit;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;

/** A clock that stands still until it is turned. */
final class TestClock implements NanoClock {

    private long nanos = 1_000;

    @Override
    public long nanoTime() {
        return nanos;
    }

    void turn(Duration time) {
        nanos += time.toNanos();
    }
}
