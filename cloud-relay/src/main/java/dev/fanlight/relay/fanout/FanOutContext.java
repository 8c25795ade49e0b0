package dev.fanlight.relay.fanout;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all fan-outs of a relay share: form of frames, merge delay, clocks, counters, and the pressure of each event loop. Thread safe. */
public final class FanOutContext {

    private final FrameForm form;
    private final Duration mergeDelay;
    private final BufferCoalescer coalescer;
    private final NanoClock clock;
    private final ThreadCpuTime threadTime;
    private final RelayCounters counters;
    // As many as there are event loops.
    private final Map<SubscriberLoop, LoopPressure> pressures = new ConcurrentHashMap<>();

    /**
     * Begins without pressure on any loop.
     *
     * @param form in which frames travel to these viewers
     * @param mergeDelay how long a frame may wait to be sent with the next ones, 0 or more; 0 never merges
     */
    public FanOutContext(
            FrameForm form,
            Duration mergeDelay,
            BufferCoalescer coalescer,
            NanoClock clock,
            ThreadCpuTime threadTime,
            RelayCounters counters) {
        this.form = form;
        this.mergeDelay = mergeDelay;
        this.coalescer = coalescer;
        this.clock = clock;
        this.threadTime = threadTime;
        this.counters = counters;
    }

    FrameForm form() {
        return form;
    }

    Duration mergeDelay() {
        return mergeDelay;
    }

    BufferCoalescer coalescer() {
        return coalescer;
    }

    NanoClock clock() {
        return clock;
    }

    RelayCounters counters() {
        return counters;
    }

    LoopPressure pressure(SubscriberLoop loop) {
        return pressures.computeIfAbsent(loop, any -> new LoopPressure(threadTime, clock.nanoTime()));
    }
}
