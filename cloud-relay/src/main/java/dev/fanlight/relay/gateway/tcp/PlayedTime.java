package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.media.MediaHeader;
import java.util.OptionalLong;

/**
 * The timestamps of one player: from 0 on or the capture times themselves, at the distances of the capture times, and onwards where another publisher has another clock. Event loop
 * only.
 */
public final class PlayedTime {

    private static final long STEP_MICROS = 40_000;

    private OptionalLong epoch = OptionalLong.empty();
    private long baseMicros;
    private long newestMicros;

    /** Times that begin at 0. */
    public PlayedTime() {}

    /** Times that are the capture times of {@code epoch}, as long as that lasts. */
    public static PlayedTime ofCapture(long epoch) {
        PlayedTime time = new PlayedTime();
        time.epoch = OptionalLong.of(epoch);
        return time;
    }

    /** The decoding time of a unit, µs; negative when it was captured before the first one. */
    public long placeMicros(MediaHeader header) {
        if (epoch.isEmpty() || epoch.getAsLong() != header.epoch()) {
            long next = epoch.isEmpty() ? 0 : newestMicros + STEP_MICROS;
            epoch = OptionalLong.of(header.epoch());
            baseMicros = header.captureMicros() - next;
        }
        long micros = header.captureMicros() - baseMicros;
        newestMicros = Math.max(newestMicros, micros);
        return micros;
    }

    /** The decoding time of a unit, ms, not negative. */
    public long placeMillis(MediaHeader header) {
        return Math.max(0, placeMicros(header) / 1_000);
    }

    /** The newest time, of what belongs to no unit, µs. */
    public long nowMicros() {
        return newestMicros;
    }
}
