package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.metrics.DurationHistogram;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.ClockOffset;
import dev.fanlight.runtime.MediaClock;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one stream receives, since it was opened. Thread safe; counting allocates nothing. */
public final class StreamMeter {

    private final MediaClock wallClock;
    private final RelayCounters counters;
    private final LongAdder publishers = new LongAdder();
    private final LongAdder frames = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final DurationHistogram age =
            DurationHistogram.ofMillis(25, 50, 100, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000);

    StreamMeter(MediaClock wallClock, RelayCounters counters) {
        this.wallClock = wallClock;
        this.counters = counters;
    }

    /** How often a publisher began. */
    public long publishers() {
        return publishers.sum();
    }

    /** Access units of video that were received. */
    public long frames() {
        return frames.sum();
    }

    /** Bytes of them. */
    public long bytes() {
        return bytes.sum();
    }

    /** Access units of any track that were dropped because something before them was missing. */
    public long broken() {
        return broken.sum();
    }

    /** From the capture of an access unit of video to its arrival, where the publisher’s clock is known. */
    public DurationHistogram.Reading age() {
        return age.read();
    }

    void opened() {
        publishers.increment();
    }

    void arrived(MediaFrame frame) {
        counters.increment(RelayCounter.FRAMES_IN);
        if (frame.header().kind() == MediaKind.VIDEO) {
            frames.increment();
            bytes.add(frame.size());
        }
    }

    void dropped() {
        counters.increment(RelayCounter.FRAMES_DROPPED_BROKEN_CHAIN);
        broken.increment();
    }

    /** When an access unit was captured, µs on the relay’s clock: now, while the publisher’s clock is unknown. */
    long captured(MediaFrame frame, Optional<ClockOffset.Sample> clock) {
        long now = wallClock.micros();
        if (clock.isEmpty()) {
            return now;
        }
        long captured = Math.max(0, frame.header().captureMicros() - clock.get().offsetMicros());
        if (frame.header().kind() == MediaKind.VIDEO) {
            age.record(now - captured);
        }
        return captured;
    }
}
