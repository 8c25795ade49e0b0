package dev.fanlight.media;

/**
 * What a relay reads of an access unit: enough to forward, drop and cache it. Immutable.
 *
 * @param kind what the payload is
 * @param flags sum of {@link #KEY}, {@link #DISPOSABLE}, {@link #ENCRYPTED}, {@link #DISCONTINUITY}
 * @param track id of the track, 0–255
 * @param layer temporal layer, 0 is the base
 * @param sequence counts the access units of the track in this epoch, unsigned 32 bits
 * @param captureMicros decoding time on the agent’s media clock, µs, 0 to 2^53−1
 * @param epoch which publishing this belongs to, unsigned 32 bits
 * @param offsetMicros presentation time − decoding time, µs
 */
public record MediaHeader(
        MediaKind kind,
        int flags,
        int track,
        int layer,
        long sequence,
        long captureMicros,
        long epoch,
        int offsetMicros) {

    /** Bytes of a header on the wire. */
    public static final int BYTES = 24;

    /** Decoding can start here. */
    public static final int KEY = 1;

    /** Nothing refers to this access unit. */
    public static final int DISPOSABLE = 2;

    /** The payload is an SFrame (RFC 9605). */
    public static final int ENCRYPTED = 4;

    /** Something before this access unit is missing on purpose. */
    public static final int DISCONTINUITY = 8;

    /** Whether decoding can start here. */
    public boolean isKey() {
        return (flags & KEY) != 0;
    }

    /** Whether nothing refers to this access unit. */
    public boolean isDisposable() {
        return (flags & DISPOSABLE) != 0;
    }

    /** Whether this follows directly on {@code previous} of the same track, with no access unit between. */
    public boolean follows(MediaHeader previous) {
        return epoch == previous.epoch && sequence == ((previous.sequence + 1) & 0xFFFF_FFFFL);
    }
}
