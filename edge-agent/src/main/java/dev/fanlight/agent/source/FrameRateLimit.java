package dev.fanlight.agent.source;

/**
 * Drops frames, evenly spread, so that a frame rate is not exceeded. Not thread safe.
 */
public final class FrameRateLimit {

    private final long intervalMicros;

    private boolean begun;
    private long nextMicros;

    /** Accepts {@code fps} frames a second. */
    public FrameRateLimit(double fps) {
        this.intervalMicros = Math.round(1_000_000 / fps);
    }

    /** Whether the frame of this time (µs, increasing) is kept; a frame may come a quarter of an interval early. */
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
