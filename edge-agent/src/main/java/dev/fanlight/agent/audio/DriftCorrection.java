package dev.fanlight.agent.audio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Keeps sound on the media clock. Sound cards count 48,000 samples in what is not quite a second, so time that is counted in samples
 * drifts from the media clock, 40 ms in an hour for 11 ppm. The rate is corrected so slowly that it is not heard; sound that is far off,
 * because some is missing or the clock has jumped, begins at a new time instead. Not thread safe.
 *
 * <p>A thread that reads a device may come late but never early, so of the last measurements the earliest counts.
 */
public final class DriftCorrection {

    /** Sound that is further off than this begins at a new time: twice of it would be noticed beside moving lips. */
    public static final long MAX_ERROR_MICROS = 40_000;

    /** Largest change of the rate, 1 in 1,000: less than two hundredths of a semitone, which is inaudible. */
    public static final double MAX_RATE = 0.001;

    /** Most measurements of which the earliest counts, one for every 20 ms: a second. */
    public static final int MAX_MEASUREMENTS = 50;

    /** A difference is corrected within about this time, µs. */
    private static final double SETTLE_MICROS = 10_000_000;

    private final int measurements;
    private final Deque<Long> errors = new ArrayDeque<>();

    private Optional<SampleClock> counted = Optional.empty();
    private double fraction;
    private int sinceMeasurement;
    private long jumps;

    private DriftCorrection(int measurements) {
        this.measurements = measurements;
    }

    /** For a device, whose times are those at which its reader happens to run. */
    public static DriftCorrection forDevice() {
        return new DriftCorrection(MAX_MEASUREMENTS);
    }

    /** For a stream that carries its times. */
    public static DriftCorrection forStream() {
        return new DriftCorrection(1);
    }

    /**
     * Compares the next sample with the clock.
     *
     * @param measuredMicros when the next sample was captured, by the media clock
     * @param samples how many come next
     * @return how many samples more (or, negative, fewer) should be made of these
     */
    public int correct(long measuredMicros, int samples) {
        long error = error(measuredMicros, samples);
        if (counted.isEmpty() || Math.abs(error) > MAX_ERROR_MICROS) {
            jumps += counted.isPresent() ? 1 : 0;
            begin(measuredMicros);
            return 0;
        }
        double rate = Math.max(-MAX_RATE, Math.min(MAX_RATE, -error / SETTLE_MICROS));
        fraction += rate * samples;
        int whole = (int) fraction;
        fraction -= whole;
        return whole;
    }

    /** When the next sample was captured, as it is counted, µs on the media clock. */
    public long micros() {
        return counted.map(SampleClock::micros).orElse(0L);
    }

    /** Records how many samples there really were. */
    public void produced(int samples) {
        counted.ifPresent(clock -> clock.advance(samples));
    }

    /** How often it had to begin at a new time so far. */
    public long jumps() {
        return jumps;
    }

    /** How far the counted time is ahead of the earliest measurement, µs. */
    private long error(long measuredMicros, int samples) {
        long error = micros() - measuredMicros;
        boolean merged = measurements > 1 && sinceMeasurement < AudioEncoder.PACKET_SAMPLES && !errors.isEmpty();
        errors.addLast(merged ? Math.max(errors.removeLast(), error) : error);
        sinceMeasurement = merged ? sinceMeasurement + samples : samples;
        if (errors.size() > measurements) {
            errors.removeFirst();
        }
        return errors.stream().mapToLong(Long::longValue).max().orElse(error);
    }

    private void begin(long micros) {
        errors.clear();
        errors.addLast(0L);
        fraction = 0;
        counted = Optional.of(new SampleClock(micros));
    }
}
