package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;
import java.time.Duration;
import java.util.List;

/** Decides which frames are merged into one send. Stateless. */
final class MergePolicy {

    /**
     * Most frames in one send: more would save little and cost much delay (in the fan-out bench, 2 and 3 frames a send need 0.59 and 0.52
     * of the CPU of one).
     */
    static final int MOST = 3;

    /** Send groups whose merged sends are staggered: a multiple of 1, 2 and {@link #MOST}, so that the load is even. */
    static final int TURNS = 6;

    private static final long DEFAULT_INTERVAL_MICROS = 33_333;

    private MergePolicy() {}

    /** Most frames in one send at a level of pressure. */
    static int most(int level) {
        return Math.max(1, Math.min(MOST, level));
    }

    /**
     * Whether {@code frame} ends a send of {@code most} frames for the group of this turn; the same number of groups sends at each frame.
     */
    static boolean isTurn(IndexedFrame frame, int most, int turn) {
        return (frame.index() + turn) % most == 0;
    }

    /** Whether the first waiting frame may wait for one more. */
    static boolean mayWait(List<IndexedFrame> gathered, Duration longest) {
        long first = gathered.get(0).frame().header().captureMicros();
        long last = gathered.get(gathered.size() - 1).frame().header().captureMicros();
        long interval = gathered.size() > 1 ? (last - first) / (gathered.size() - 1) : DEFAULT_INTERVAL_MICROS;
        return (last - first + interval) / 1_000 <= longest.toMillis();
    }
}
