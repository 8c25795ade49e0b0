package dev.fanlight.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Closes gaps in the time stamps of a source: a recorder’s clock that is set, files that were joined. A time far ahead of the one
 * before, or behind it, follows at the usual distance; tracks that jump together stay together. Keeps two numbers for each track until
 * {@link #restart}. Not thread safe.
 */
public final class ContinuousTime {

    /** A gap up to this one is kept. */
    public static final Duration MAX_GAP = Duration.ofSeconds(5);

    /** A gap up to this one is kept where frames come so rarely. */
    static final Duration MAX_GAP_OF_RARE_FRAMES = Duration.ofSeconds(30);

    /** A step back up to this one is kept: some containers round. */
    static final Duration MAX_STEP_BACK = Duration.ofMillis(500);

    private static final int RARE = 3;
    private static final double LEAST_FPS = 0.2;
    private static final double UNKNOWN_FPS = 25;

    private final long gapMicros;
    private final Map<Integer, Long> placed = new HashMap<>();
    private final Map<Integer, Long> shifts = new HashMap<>();

    private long stepMicros;
    private long newestMicros;
    private long newestShift;
    private long jumpMicros;
    private long jumps;

    /** For media of {@code fps} frames a second, 0 when unknown. */
    public ContinuousTime(double fps) {
        double interval = TimeUnit.SECONDS.toMicros(1) / (fps > 0 ? Math.max(LEAST_FPS, fps) : UNKNOWN_FPS);
        this.stepMicros = Math.round(interval);
        this.gapMicros =
                Math.max(micros(MAX_GAP), Math.min(micros(MAX_GAP_OF_RARE_FRAMES), Math.round(interval * RARE)));
    }

    /** The same moment on a clock that does not jump, µs; called for the times of each track in their order. */
    public long place(int track, long micros) {
        if (placed.isEmpty()) {
            return put(track, micros, 0);
        }
        long shift = shifts.getOrDefault(track, newestShift);
        if (continues(track, micros + shift)) {
            measure(micros + shift - placed.getOrDefault(track, newestMicros));
            return put(track, micros, shift);
        }
        if (!continues(track, micros + newestShift)) {
            newestShift = newestMicros + stepMicros - micros;
            jumpMicros = micros + shift - newestMicros;
            jumps++;
        }
        return put(track, micros, newestShift);
    }

    /** The source begins anew: what comes next is not compared with what came before. */
    public void restart() {
        placed.clear();
        shifts.clear();
        newestShift = 0;
    }

    /** How many jumps were closed so far. */
    public long jumps() {
        return jumps;
    }

    /** How far the last one went, µs; negative for one back. */
    public long jumpMicros() {
        return jumpMicros;
    }

    /** A container’s average is no use for a stream that jumps, so the distance is that of the frames before. */
    private void measure(long step) {
        if (step > 0 && step <= gapMicros) {
            stepMicros = step;
        }
    }

    /** Whether it fits to what came before on this track, or to what came last on any. */
    private boolean continues(int track, long micros) {
        return isNear(micros - placed.getOrDefault(track, newestMicros)) || isNear(micros - newestMicros);
    }

    private boolean isNear(long step) {
        return step <= gapMicros && step >= -micros(MAX_STEP_BACK);
    }

    private long put(int track, long micros, long shift) {
        long now = micros + shift;
        newestMicros = placed.isEmpty() ? now : Math.max(newestMicros, now);
        placed.put(track, now);
        shifts.put(track, shift);
        return now;
    }

    private static long micros(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }
}
