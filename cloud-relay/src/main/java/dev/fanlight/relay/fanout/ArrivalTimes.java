package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * When the newest access units of each track had their turn on a loop, so that delays can be computed from acknowledgements without state
 * for each viewer. Holds {@link #REMEMBERED} per track, at most 256 tracks. Event loop only.
 */
final class ArrivalTimes {

    /** Access units held per track: 17 s at 60 fps, more than a viewer may be behind. */
    static final int REMEMBERED = 1_024;

    private final Map<Integer, Ring> rings = new HashMap<>();

    /** Records the turn of an access unit. */
    void record(IndexedFrame frame, long nowNanos) {
        rings.computeIfAbsent(frame.track(), track -> new Ring())
                .put(frame.frame().header().sequence(), nowNanos);
    }

    /** When an access unit had its turn, if still held. */
    OptionalLong find(int track, long sequence) {
        Ring ring = rings.get(track);
        return ring == null ? OptionalLong.empty() : ring.find(sequence);
    }

    private static final class Ring {
        private final long[] sequences = new long[REMEMBERED];
        private final long[] nanos = new long[REMEMBERED];

        Ring() {
            Arrays.fill(sequences, -1);
        }

        void put(long sequence, long arrivedNanos) {
            int slot = (int) (sequence % REMEMBERED);
            sequences[slot] = sequence;
            nanos[slot] = arrivedNanos;
        }

        OptionalLong find(long sequence) {
            int slot = (int) (sequence % REMEMBERED);
            return sequences[slot] == sequence ? OptionalLong.of(nanos[slot]) : OptionalLong.empty();
        }
    }
}
