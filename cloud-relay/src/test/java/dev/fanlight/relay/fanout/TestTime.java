package dev.fanlight.relay.fanout;

import dev.fanlight.runtime.NanoClock;

/** A clock that stands still unless it is moved. */
final class TestTime implements NanoClock {

    long nanos;

    @Override
    public long nanoTime() {
        return nanos;
    }
}
