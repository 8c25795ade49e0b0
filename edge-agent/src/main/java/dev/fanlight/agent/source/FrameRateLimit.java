package dev.fanlight.agent.source;

/**
 * Leaves out pictures so that at most so many a second remain, evenly spread. Not thread safe.
 */
public final class FrameRateLimit {

    private final long intervalMicros;

    private boolean begun;
    private long nextMicros;

    /** Lets {@code fps} pictures a second pass. */
    public FrameRateLimit(double fps) {
        this.intervalMicros = Math.round(1_000_000 / fps);
    }

    /** Whether the picture of this time (µs, rising) is to be used; a quarter of an interval early is early enough. */
    public boolean accepts(long captureMicros) {
        if (begun && captureMicros < nextMicros - intervalMicros / 4) {
            return false;
        }
        boolean onSchedule = begun && captureMicros - nextMicros < intervalMicros;
        nextMicros = (onSchedule ? nextMicros : captureMicros) + intervalMicros;
        begun = true;
        return true;
    }
}
