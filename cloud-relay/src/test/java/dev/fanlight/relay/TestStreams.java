package dev.fanlight.relay;

import dev.fanlight.relay.broadcast.BufferCoalescer;
import dev.fanlight.relay.fanout.FanOutContext;
import dev.fanlight.relay.fanout.ThreadCpuTime;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.wire.ControlText;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;

/** Streams without viewers. */
public final class TestStreams {

    private TestStreams() {}

    /** A registry of streams that count in {@code counters}. */
    public static StreamRegistry registry(int maxStreams, RelayCounters counters) {
        NanoClock clock = NanoClock.SYSTEM;
        BufferCoalescer none = parts -> {
            throw new IllegalStateException("there are no viewers");
        };
        FanOutContext context =
                new FanOutContext(Duration.ofMillis(66), none, clock, ThreadCpuTime.UNKNOWN, counters);
        return new StreamRegistry(
                maxStreams,
                () -> new LiveStream(
                        context,
                        ControlText::of,
                        MediaClock.system(),
                        clock,
                        counters));
    }
}
