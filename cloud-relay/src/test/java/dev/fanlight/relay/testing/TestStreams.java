package dev.fanlight.relay.testing;

import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;

/** Streams without readers. */
public final class TestStreams {

    private TestStreams() {}

    /** A registry of streams that count in {@code counters}. */
    public static StreamRegistry registry(int maxStreams, RelayCounters counters) {
        return new StreamRegistry(
                () -> maxStreams, () -> new LiveStream(MediaClock.system(), NanoClock.SYSTEM, counters));
    }
}
