package dev.fanlight.relay.gateway.hls;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a stream can be fetched at one moment: segments, of which the last is not complete yet. Immutable, thread safe.
 *
 * @param segments in order of their numbers, without gaps; the last one is open and may have no part
 * @param inits the init segments that they need, by number
 * @param removedDiscontinuities how many segments with a discontinuity are there no more
 * @param target how long parts are to be
 * @param targetSeconds the longest segment so far, rounded up
 */
record LiveWindow(
        List<Segment> segments,
        Map<Integer, Buffer> inits,
        long removedDiscontinuities,
        PartTarget target,
        int targetSeconds) {

    /** How far beyond the open segment a player may ask; its number is one more than that of the last complete one. */
    private static final int MOST_AHEAD = 1;

    /** Most complete segments that a playlist lists. */
    static final int LISTED = 12;

    /** Segments that are listed no more and can still be fetched, by a player whose playlist is old. */
    static final int GRACE = 3;

    /** Complete segments whose parts a playlist names. */
    static final int SEGMENTS_WITH_PARTS = 2;

    private static final long ADVANCE_MICROS = 3_000_000;

    LiveWindow {
        segments = List.copyOf(segments);
        inits = Map.copyOf(inits);
    }

    /** The segment to which parts are added. */
    Segment open() {
        return segments.get(segments.size() - 1);
    }

    /** The segments of a playlist. */
    List<Segment> listed() {
        return segments.subList(unlisted(), segments.size());
    }

    /** Whether a playlist names the parts of the segment at this place in {@link #listed}. */
    boolean hasParts(int index) {
        return index >= listed().size() - 1 - SEGMENTS_WITH_PARTS;
    }

    /** How long the parts of a playlist last at most. */
    PartTarget announced() {
        long longest = segments.stream()
                .skip(Math.max(0, segments.size() - 1 - SEGMENTS_WITH_PARTS))
                .flatMap(segment -> segment.parts().stream())
                .mapToLong(Part::micros)
                .max()
                .orElse(0);
        return target.covering(longest);
    }

    /** How many discontinuities stood before the segments of a playlist. */
    long unlistedDiscontinuities() {
        return removedDiscontinuities
                + segments.subList(0, unlisted()).stream()
                        .filter(Segment::discontinuity)
                        .count();
    }

    /** Whether there is a complete segment, which players that do not know parts need. */
    boolean isPlayable() {
        return segments.size() > 1;
    }

    Optional<Segment> segment(long number) {
        long index = number - segments.get(0).number();
        return index < 0 || index >= segments.size() ? Optional.empty() : Optional.of(segments.get((int) index));
    }

    /** A segment with all its parts. */
    Optional<Segment> complete(long number) {
        return number == open().number() ? Optional.empty() : segment(number);
    }

    Optional<Part> part(long number, int index) {
        return segment(number)
                .map(Segment::parts)
                .filter(parts -> index < parts.size())
                .map(parts -> parts.get(index));
    }

    /** Whether this is the next part that will be made, unless its segment ends before. */
    boolean isNext(long number, int index) {
        return number == open().number() && index == open().parts().size();
    }

    /**
     * Whether a playlist of this window is what a blocked player waits for.
     *
     * @param number the segment that it has to hold
     * @param part the part of it; without one, the segment has to be complete. A part behind the last one of a complete segment is the
     *     first of the next
     */
    boolean holds(long number, OptionalInt part) {
        long openNumber = open().number();
        if (part.isEmpty() || number > openNumber) {
            return number < openNumber;
        }
        if (number == openNumber) {
            return part.getAsInt() < open().parts().size();
        }
        boolean beyond = number == openNumber - 1
                && part.getAsInt()
                        >= segment(number).map(its -> its.parts().size()).orElse(0);
        return !beyond || !open().parts().isEmpty();
    }

    /** Whether a player asks for what will not come soon: more than two segments behind the last complete one, or 3 s of parts ahead. */
    boolean isTooFar(long number, OptionalInt part) {
        if (number > open().number() + MOST_AHEAD) {
            return true;
        }
        int made = number == open().number() ? open().parts().size() : 0;
        long most = made + ADVANCE_MICROS / announced().announcedMicros() + 1;
        return number >= open().number() && part.orElse(0) > most;
    }

    private int unlisted() {
        return Math.max(0, segments.size() - 1 - LISTED);
    }
}
