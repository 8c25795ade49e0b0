package dev.fanlight.relay.gateway.hls;

/**
 * How long parts are to be: a number of frames that comes close to {@link #WANTED_MICROS}, so that no part is much shorter than the others.
 * Immutable.
 *
 * @param nominalMicros the duration of so many frames
 * @param frameMicros the usual distance of frames
 */
record PartTarget(long nominalMicros, long frameMicros) {

    /** The duration of a part, as far as whole frames allow; a frame that lasts longer is a part of its own. */
    static final long WANTED_MICROS = 200_000;

    // Capture times are no multiples of anything. All parts but the last of a segment have to be between 85 % and 100 %
    // of what is announced.
    private static final double ROOM = 1.08;
    private static final long MILLISECOND = 1_000;
    private static final int HOLD_BACK_PARTS = 3;

    /** The target for frames at this distance. */
    static PartTarget of(long frameMicros) {
        long frame = Math.max(MILLISECOND, frameMicros);
        long frames = Math.max(1, Math.round((double) WANTED_MICROS / frame));
        return new PartTarget(frames * frame, frame);
    }

    /** What is announced: as long as parts are, frames that come late included; whole milliseconds. */
    long announcedMicros() {
        return (long) Math.ceil(nominalMicros * ROOM / MILLISECOND) * MILLISECOND;
    }

    /**
     * The target that a playlist with parts up to {@code longestMicros} announces: none may last longer than that (RFC 8216bis, 4.4.4.9). A camera
     * whose connection is bad sends a frame a second, each of which is a part.
     */
    PartTarget covering(long longestMicros) {
        return longestMicros <= announcedMicros() ? this : new PartTarget(longestMicros, frameMicros);
    }

    /** How far behind the end of a playlist players are to stay. */
    long holdBackMicros() {
        return HOLD_BACK_PARTS * announcedMicros();
    }

    /**
     * Whether a part is closer to the target than with one frame more, which would last about as long as the last one.
     *
     * @param micros how long the part is
     * @param lastFrameMicros how long its last frame lasts
     */
    boolean isReachedBy(long micros, long lastFrameMicros) {
        return micros + frameMicros / 2 >= nominalMicros || micros + lastFrameMicros > announcedMicros();
    }
}
