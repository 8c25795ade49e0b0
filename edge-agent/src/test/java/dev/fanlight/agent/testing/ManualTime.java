package dev.fanlight.agent.testing;

import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that tests turn; sleeping turns it too. Thread safe. */
public final class ManualTime implements NanoClock, Sleeper {

    private final AtomicLong nanos = new AtomicLong(1_000_000_000);

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public void sleepNanos(long duration) {
        nanos.addAndGet(Math.max(0, duration));
    }

    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    public MediaClock mediaClock() {
        return new MediaClock(this, 1_700_000_000_000_000L);
    }
}
