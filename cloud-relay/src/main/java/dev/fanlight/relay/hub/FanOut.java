package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.SharedJoiner;
import dev.fanlight.relay.audience.ViewerLoop;
import dev.fanlight.relay.stats.RelayCounters;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How all streams of a relay hand their pictures out, and how busy each event loop is with it. Thread safe. */
public final class FanOut {

    private final Duration mergeDelay;
    private final SharedJoiner joiner;
    private final NanoClock clock;
    private final ThreadTime threadTime;
    private final RelayCounters counters;
    // As many as there are event loops.
    private final Map<ViewerLoop, Pressure> pressures = new ConcurrentHashMap<>();

    /**
     * Nobody under pressure yet.
     *
     * @param mergeDelay how long a picture may wait to be sent with the next ones, 0 or more; 0 never merges
     */
    public FanOut(
            Duration mergeDelay, SharedJoiner joiner, NanoClock clock, ThreadTime threadTime, RelayCounters counters) {
        this.mergeDelay = mergeDelay;
        this.joiner = joiner;
        this.clock = clock;
        this.threadTime = threadTime;
        this.counters = counters;
    }

    Duration mergeDelay() {
        return mergeDelay;
    }

    SharedJoiner joiner() {
        return joiner;
    }

    NanoClock clock() {
        return clock;
    }

    RelayCounters counters() {
        return counters;
    }

    Pressure pressure(ViewerLoop loop) {
        return pressures.computeIfAbsent(loop, any -> new Pressure(threadTime, clock.nanoTime()));
    }
}
