package dev.fanlight.relay.gateway.hls;

import dev.fanlight.media.MediaHeader;
import java.util.OptionalLong;

/**
 * Times since a muxer began, at the distances of the capture times, and onwards where another epoch has another clock. One muxer’s thread
 * only.
 */
final class HlsTimeline {

    private static final long STEP_MICROS = 40_000;

    private OptionalLong epoch = OptionalLong.empty();
    private long baseMicros;
    private long newest;

    /** The time of a unit, µs; negative for sound from before the first frame. */
    long place(MediaHeader header) {
        if (epoch.isEmpty() || epoch.getAsLong() != header.epoch()) {
            long next = epoch.isEmpty() ? 0 : newest + STEP_MICROS;
            epoch = OptionalLong.of(header.epoch());
            baseMicros = header.captureMicros() - next;
        }
        long micros = header.captureMicros() - baseMicros;
        newest = Math.max(newest, micros);
        return micros;
    }
}
