package dev.fanlight.runtime;

import java.util.concurrent.TimeUnit;

/**
 * Places the times of one track on the media clock: the stream's own distances, as early as the quickest packet of the last 5 to 10 s
 * allows. So jitter of the network does not show, a clock that drifts is followed, and one that jumps is, too. Not thread safe.
 */
public final class CaptureTime {

    private static final long WINDOW_MICROS = TimeUnit.SECONDS.toMicros(5);

    private boolean begun;
    private long windowEnds;
    private long least;
    private long leastBefore;
    private long last = Long.MIN_VALUE;

    /**
     * When a packet was captured.
     *
     * @param streamMicros its time in the stream
     * @param arrivalMicros when it came, on the media clock
     * @return µs on the media clock, never after its arrival
     */
    public long place(long streamMicros, long arrivalMicros) {
        long offset = arrivalMicros - streamMicros;
        if (!begun || arrivalMicros >= windowEnds) {
            leastBefore = begun ? least : offset;
            least = offset;
            windowEnds = arrivalMicros + WINDOW_MICROS;
            begun = true;
        }
        least = Math.min(least, offset);
        return streamMicros + Math.min(least, leastBefore);
    }

    /** The same time, or just after the one before: what follows in a stream does not go back. */
    public long inOrder(long micros) {
        last = last == Long.MIN_VALUE ? micros : Math.max(last + 1, micros);
        return last;
    }
}
