package dev.fanlight.relay.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The values of all {@link RelayCounter}s, and how long viewers wait. Thread safe. */
public final class RelayCounters {

    private final DurationHistogram firstFrames = DurationHistogram.ofMillis(
            100, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 10_000, 30_000);
    private final Map<RelayCounter, LongAdder> values = new EnumMap<>(RelayCounter.class);

    /** All at 0. */
    public RelayCounters() {
        for (RelayCounter counter : RelayCounter.values()) {
            values.put(counter, new LongAdder());
        }
    }

    /** Counts one. */
    public void increment(RelayCounter counter) {
        add(counter, 1);
    }

    /** Counts {@code amount}. */
    public void add(RelayCounter counter, long amount) {
        adder(counter).add(amount);
    }

    /** The value now. */
    public long get(RelayCounter counter) {
        return adder(counter).sum();
    }

    /** From the admission of a viewer to the acknowledgement of its first frame. */
    public DurationHistogram firstFrames() {
        return firstFrames;
    }

    private LongAdder adder(RelayCounter counter) {
        return values.computeIfAbsent(counter, c -> new LongAdder());
    }
}
