package dev.fanlight.relay.bench.camera;

/**
 * How many pictures of which size. Sizes are those of media messages, header included. Immutable.
 *
 * @param fps pictures a second
 * @param group pictures from one key frame to the next, about a second
 * @param keyBytes size of a key frame
 * @param otherBytes size of each other picture
 */
public record StreamShape(int fps, int group, int keyBytes, int otherBytes) {

    /** Pictures a second when nobody says. */
    public static final int STANDARD_FPS = 30;

    /** Bits a second when nobody says. */
    public static final int STANDARD_BITS = 2_000_000;

    private static final double KEY_TO_OTHER = 40_000.0 / 7_241;
    private static final int BITS = 8;

    /** A stream with a key frame a second, 5.5 times as large as the other pictures: 40,000 and 7,241 bytes at 30 a second and 2 Mbit/s. */
    public static StreamShape of(int fps, int bitsPerSecond) {
        long other = Math.round(bitsPerSecond / (double) BITS / (fps - 1 + KEY_TO_OTHER));
        return new StreamShape(fps, fps, (int) Math.round(other * KEY_TO_OTHER), (int) other);
    }

    /** Whether decoding can start at the picture with this number. */
    public boolean isKey(long sequence) {
        return sequence % group == 0;
    }

    /** Size of the picture with this number, bytes. */
    public int bytes(long sequence) {
        return isKey(sequence) ? keyBytes : otherBytes;
    }

    /** Bits a second. */
    public long bitsPerSecond() {
        return (long) BITS * fps * (keyBytes + (group - 1) * otherBytes) / group;
    }
}
