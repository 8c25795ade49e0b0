package dev.fanlight.relay.bench.camera;

/**
 * Frame rate, GOP and frame sizes of a stream. Sizes are those of media messages, header included. Immutable.
 *
 * @param fps frames per second
 * @param group frames per GOP, about a second
 * @param keyBytes size of a key frame
 * @param otherBytes size of every other frame
 */
public record StreamShape(int fps, int group, int keyBytes, int otherBytes) {

    /** Default frames per second. */
    public static final int STANDARD_FPS = 30;

    /** Default bit rate, bit/s. */
    public static final int STANDARD_BITS = 2_000_000;

    private static final double KEY_TO_OTHER = 40_000.0 / 7_241;
    private static final int BITS = 8;

    /** One key frame per second, 5.5 times as large as other frames: 40,000 and 7,241 bytes at 30 fps and 2 Mbit/s. */
    public static StreamShape of(int fps, int bitsPerSecond) {
        long other = Math.round(bitsPerSecond / (double) BITS / (fps - 1 + KEY_TO_OTHER));
        return new StreamShape(fps, fps, (int) Math.round(other * KEY_TO_OTHER), (int) other);
    }

    /** Whether the frame with this number is a key frame. */
    public boolean isKey(long sequence) {
        return sequence % group == 0;
    }

    /** Size of the frame with this number, bytes. */
    public int bytes(long sequence) {
        return isKey(sequence) ? keyBytes : otherBytes;
    }

    /** Bit rate, bit/s. */
    public long bitsPerSecond() {
        return (long) BITS * fps * (keyBytes + (group - 1) * otherBytes) / group;
    }
}
