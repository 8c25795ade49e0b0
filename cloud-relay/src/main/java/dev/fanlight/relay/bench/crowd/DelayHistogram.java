package dev.fanlight.relay.bench.crowd;

/**
 * How many of something took how long, in buckets 3 % wide: 32 for each doubling, from 1 µs to 67 s. 6.5 KB whatever is recorded. Not
 * thread safe.
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

    /** Nothing recorded. */
    public DelayHistogram() {}

    /** Counts one; what is negative counts as 0. */
    public void record(long micros) {
        counts[bucket(Math.max(0, micros))]++;
        total++;
        max = Math.max(max, micros);
    }

    /** Takes in what another one has counted. */
    public void add(DelayHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
        max = Math.max(max, other.max);
    }

    /** How many were recorded. */
    public long total() {
        return total;
    }

    /** The longest, µs. */
    public long max() {
        return max;
    }

    /** What {@code percent} of all did not exceed, µs, at most 3 % too much; 0 when there are none. */
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
