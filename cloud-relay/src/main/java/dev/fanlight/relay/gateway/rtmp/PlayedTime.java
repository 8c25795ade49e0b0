package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.media.MediaHeader;
import java.util.OptionalLong;

/**
 * The timestamps of one player: from 0 on, at the distances of the capture times, and onwards where another publisher has another clock. Event loop
 * only.
 */
final class PlayedTime {

    private static final long STEP_MILLIS = 40;

    private OptionalLong epoch = OptionalLong.empty();
    private long baseMicros;
    private long newest;

    /** The time of a unit, ms, not negative. */
    long place(MediaHeader header) {
        if (epoch.isEmpty() || epoch.getAsLong() != header.epoch()) {
            long next = epoch.isEmpty() ? 0 : newest + STEP_MILLIS;
            epoch = OptionalLong.of(header.epoch());
            baseMicros = header.captureMicros() - next * 1_000;
        }
        long millis = Math.max(0, (header.captureMicros() - baseMicros) / 1_000);
        newest = Math.max(newest, millis);
        return millis;
    }

    /** The time of what belongs to no unit: the newest one. */
    long now() {
        return newest;
    }
}
