package dev.fanlight.relay.gateway.hls;

import java.util.List;

/**
 * A segment, which begins with a key frame and is made of its parts. Immutable.
 *
 * @param number its media sequence number, from 0
 * @param init number of its init segment
 * @param discontinuity whether its times, codecs or tracks do not go on from the segment before
 * @param wallMicros when its first frame was captured, µs since 1970 on the relay’s clock
 * @param parts its parts so far
 */
record Segment(long number, int init, boolean discontinuity, long wallMicros, List<Part> parts) {

    Segment {
        parts = List.copyOf(parts);
    }

    long micros() {
        return parts.stream().mapToLong(Part::micros).sum();
    }

    int bytes() {
        return parts.stream().mapToInt(part -> part.bytes().length()).sum();
    }
}
