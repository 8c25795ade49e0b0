package dev.fanlight.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Offset of a peer’s clock, estimated from time requests (on-wire protocol of RFC 5905 §8): the sample with the shortest round trip of the
 * most recent ones. Not thread safe.
 */
public final class ClockOffset {

    /** Number of samples kept. */
    public static final int WINDOW = 8;

    /**
     * One answered request.
     *
     * @param offsetMicros the peer’s clock minus ours
     * @param roundTripMicros time in the network, there and back; the offset is accurate to half of it
     */
    public record Sample(long offsetMicros, long roundTripMicros) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * Adds one answer; impossible ones (with a negative round trip) are ignored.
     *
     * @param t0 our clock when the request left, µs
     * @param t1 the peer’s clock when the request arrived
     * @param t2 the peer’s clock when the answer left
     * @param t3 our clock when the answer arrived
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
