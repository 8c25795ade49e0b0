package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * When the newest access units of each track had their turn on a loop, so that an acknowledgement tells how late its viewer is without
 * anything being kept for each viewer. Remembers {@link #REMEMBERED} a track, at most 256 tracks. Event loop only.
 */
final class ArrivalTimes {

    /** Access units it remembers of a track: 17 s at 60 fps, more than a viewer may be behind. */
    static final int REMEMBERED = 1_024;

    private final Map<Integer, Ring> rings = new HashMap<>();

    /** One has its turn. */
    void note(IndexedFrame frame, long nowNanos) {
        rings.computeIfAbsent(frame.track(), track -> new Ring())
                .put(frame.frame().header().sequence(), nowNanos);
    }

    /** When this one had its turn, if it is remembered. */
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
