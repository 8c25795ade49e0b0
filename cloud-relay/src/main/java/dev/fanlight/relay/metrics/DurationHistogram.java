package dev.fanlight.relay.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How often durations fell into each of a few ranges. Thread safe; recording allocates nothing, so that it may be done for every frame. */
public final class DurationHistogram {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final long MICROS_PER_MILLI = 1_000;

    private final long[] boundsMicros;
    private final AtomicLongArray counts;
    private final LongAdder sumMicros = new LongAdder();

    private DurationHistogram(long[] boundsMicros) {
        this.boundsMicros = boundsMicros;
        this.counts = new AtomicLongArray(boundsMicros.length + 1);
    }

    /** An empty one whose ranges end at {@code bounds}, ms, ascending and inclusive; a last range has no end. */
    public static DurationHistogram ofMillis(long... bounds) {
        return new DurationHistogram(
                Arrays.stream(bounds).map(bound -> bound * MICROS_PER_MILLI).toArray());
    }

    /** Records one duration, µs; less than nothing, which clocks that are compared may yield, counts as nothing. */
    public void record(long micros) {
        long positive = Math.max(0, micros);
        int range = 0;
        while (range < boundsMicros.length && positive > boundsMicros[range]) {
            range++;
        }
        counts.incrementAndGet(range);
        sumMicros.add(positive);
    }

    /** What was recorded so far. */
    public Reading read() {
        List<Long> perRange = new ArrayList<>();
        for (int range = 0; range < counts.length(); range++) {
            perRange.add(counts.get(range));
        }
        List<Double> bounds = Arrays.stream(boundsMicros)
                .mapToObj(bound -> bound / MICROS_PER_SECOND)
                .toList();
        return new Reading(bounds, List.copyOf(perRange), sumMicros.sum() / MICROS_PER_SECOND);
    }

    /**
     * What a histogram held at one moment. Immutable.
     *
     * @param bounds where its ranges end, s; the last range has no end and is not among them
     * @param counts how many durations fell into each range, one more than there are bounds
     * @param sum of all durations, s
     */
    public record Reading(List<Double> bounds, List<Long> counts, double sum) {

        /** How many durations were recorded. */
        public long count() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }
}
