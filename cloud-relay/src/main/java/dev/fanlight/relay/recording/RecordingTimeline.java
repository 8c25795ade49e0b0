package dev.fanlight.relay.recording;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.runtime.ClockOffset;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Times of a recording, µs since 1970 by the relay’s clock, at the distances of the capture times: within an epoch nothing is renumbered.
 * Recorder’s thread only.
 */
final class RecordingTimeline {

    /** When the times are this far from the relay’s clock, they begin anew at a key frame. */
    static final long MOST_DRIFT_MICROS = 1_000_000;

    /** A step back that is smaller is taken as none, so that times go on. */
    static final long MOST_OVERLAP_MICROS = 5_000_000;

    /** A capture time that is further from now is not believed: what comes is of now. */
    static final long MOST_OFF_MICROS = 60_000_000;

    private static final long STEP_MICROS = 40_000;

    private OptionalLong epoch = OptionalLong.empty();
    private long shift;
    private long newest;

    /** What is added to a capture time now; empty before the first unit. */
    OptionalLong shift() {
        return epoch.isPresent() ? OptionalLong.of(shift) : OptionalLong.empty();
    }

    /**
     * The time of a unit.
     *
     * @param clock the publisher’s clock against the relay’s, if it is known
     * @param nowMicros the relay’s clock
     */
    long place(MediaHeader header, Optional<ClockOffset.Sample> clock, long nowMicros) {
        long wall = clock.map(sample -> header.captureMicros() - sample.offsetMicros())
                .filter(micros -> Math.abs(micros - nowMicros) < MOST_OFF_MICROS)
                .orElse(nowMicros);
        boolean known = epoch.isPresent() && epoch.getAsLong() == header.epoch();
        boolean drifted = known
                && wall != nowMicros
                && header.isKey()
                && Math.abs(wall - (header.captureMicros() + shift)) > MOST_DRIFT_MICROS;
        if (!known || drifted) {
            epoch = OptionalLong.of(header.epoch());
            boolean overlaps = wall <= newest && newest - wall < MOST_OVERLAP_MICROS;
            shift = (overlaps ? newest + STEP_MICROS : wall) - header.captureMicros();
            newest = 0;
        }
        long micros = header.captureMicros() + shift;
        newest = Math.max(newest, micros);
        return micros;
    }
}
