package dev.fanlight.relay.bench.crowd;

/**
 * A histogram of delays with buckets 3 % wide: 32 for each doubling, from 1 µs to 67 s, in a fixed 6.5 KB. Not thread safe.
 */
public final class DelayHistogram {

    private static final int STEP_BITS = 5;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int DOUBLINGS = 26;
    private static final int BUCKETS = STEPS * (DOUBLINGS - STEP_BITS + 1);
    private static final double PER_CENT = 100.0;

    private final long[] counts = new long[BUCKETS];
    private long total;
    private long max;

    /** An empty histogram. */
    public DelayHistogram() {}

    /** Records one delay; a negative one counts as 0. */
    public void record(long micros) {
        counts[bucket(Math.max(0, micros))]++;
        total++;
        max = Math.max(max, micros);
    }

    /** Adds the counts of another histogram. */
    public void add(DelayHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
        max = Math.max(max, other.max);
    }

    /** Number of recorded delays. */
    public long total() {
        return total;
    }

    /** The longest delay, µs. */
    public long max() {
        return max;
    }

    /** The percentile, µs, at most 3 % too high; 0 if nothing was recorded. */
    public long percentile(double percent) {
        long wanted = (long) Math.ceil(total * percent / PER_CENT);
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(upperBound(i), max);
            }
        }
        return 0;
    }

    private static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) micros;
        }
        int shift = Long.SIZE - 1 - STEP_BITS - Long.numberOfLeadingZeros(micros);
        return (int) Math.min(BUCKETS - 1L, (long) (shift + 1) * STEPS + (micros >>> shift) - STEPS);
    }

    private static long upperBound(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int shift = bucket / STEPS - 1;
        return ((long) (bucket % STEPS + STEPS + 1) << shift) - 1;
    }
}
