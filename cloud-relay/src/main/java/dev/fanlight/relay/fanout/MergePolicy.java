package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;
import java.time.Duration;
import java.util.List;

/** When frames are sent together. Stateless. */
final class MergePolicy {

    /**
     * Most that go into one send: more would save little and cost much delay (the floor of the fan-out bench with 2 and 3 a send: 0.59
     * and 0.52 of its CPU with one).
     */
    static final int MOST = 3;

    /** Groups of viewers that take turns: enough for every group to have as many as another, whether 1, 2 or {@link #MOST} go together. */
    static final int TURNS = 6;

    private static final long DEFAULT_INTERVAL_MICROS = 33_333;

    private MergePolicy() {}

    /** How many may go together at a level of pressure. */
    static int most(int level) {
        return Math.max(1, Math.min(MOST, level));
    }

    /**
     * Whether {@code frame} ends a send of {@code most} for the group of this turn: in each frame’s time as many groups have theirs as
     * in another.
     */
    static boolean isTurn(IndexedFrame frame, int most, int turn) {
        return (frame.index() + turn) % most == 0;
    }

    /** Whether the first that waits may wait for one more. */
    static boolean mayWait(List<IndexedFrame> gathered, Duration longest) {
        long first = gathered.get(0).frame().header().captureMicros();
        long last = gathered.get(gathered.size() - 1).frame().header().captureMicros();
        long interval = gathered.size() > 1 ? (last - first) / (gathered.size() - 1) : DEFAULT_INTERVAL_MICROS;
        return (last - first + interval) / 1_000 <= longest.toMillis();
    }
}
