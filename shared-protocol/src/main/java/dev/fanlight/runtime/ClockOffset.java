package dev.fanlight.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How a peer’s clock stands to ours, from time requests (the on-wire protocol of RFC 5905 §8): of the last samples the one with the least
 * round trip counts. Not thread safe.
 */
public final class ClockOffset {

    /** How many samples are remembered. */
    public static final int WINDOW = 8;

    /**
     * One answered request.
     *
     * @param offsetMicros the peer’s clock minus ours
     * @param roundTripMicros time on the way, there and back; the offset is sure to half of it
     */
    public record Sample(long offsetMicros, long roundTripMicros) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * Takes one answer in; impossible ones (a negative round trip) are left out.
     *
     * @param t0 our clock when we asked, µs
     * @param t1 the peer’s clock when the question came
     * @param t2 the peer’s clock when the answer left
     * @param t3 our clock when the answer came
     */
    public void add(long t0, long t1, long t2, long t3) {
        long roundTrip = (t3 - t0) - (t2 - t1);
        if (roundTrip < 0) {
            return;
        }
        if (samples.size() == WINDOW) {
            samples.removeFirst();
        }
        samples.addLast(new Sample(((t1 - t0) + (t2 - t3)) / 2, roundTrip));
    }

    /** The best sample, empty before the first answer. */
    public Optional<Sample> best() {
        return samples.stream().min((a, b) -> Long.compare(a.roundTripMicros(), b.roundTripMicros()));
    }
}
