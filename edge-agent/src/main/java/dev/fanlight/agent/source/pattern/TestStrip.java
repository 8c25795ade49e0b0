package dev.fanlight.agent.source.pattern;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The machine-readable strip in the test pattern: frame number and capture time. A program that reads the pixels of a player can
 * measure delay, order and losses end to end.
 *
 * <pre>
 *   96 cells: 3 rows of 32, over the whole width, at the very top.
 *   cell (column c, row r):  x from c/32 to (c+1)/32 of the width,
 *                            y from r/24 to (r+1)/24 of the height   (1280x720: cells of 40 x 30 pixels)
 *   sample its centre:       x = (c + 0.5)/32 · width,  y = (r + 0.5)/24 · height
 *   white (Y = 235) is 1, black (Y = 16) is 0; the border lies at half (RGB 128)
 *   bit number 32·r + c, most significant bit first:
 *     byte  0      0xA5, always
 *     bytes 1–4    frame number, u32 big-endian; wraps
 *     bytes 5–10   capture time, ms since 1970, u48 big-endian: the µs that stamp the frame, divided by 1000
 *     byte  11     CRC-8 of bytes 0–10 (polynomial 0x07, start 0, not reflected: CRC-8/SMBUS)
 * </pre>
 *
 * A half-drawn, blended or scaled-away strip fails the CRC. Cells are large enough for 4:2:0 H.264 at 1.2 Mbit/s and for
 * scaling down to 320x180. Stateless, thread safe.
 */
public final class TestStrip {

    /** Cells in a row; a cell is 1/32 of the width. */
    public static final int COLUMNS = 32;
    /** Rows of cells. */
    public static final int ROWS = 3;
    /** A row is 1/24 of the height. */
    public static final int ROWS_IN_HEIGHT = 24;

    private static final int BYTES = 12;
    private static final byte MARK = (byte) 0xA5;
    private static final byte WHITE = (byte) 235;
    private static final byte BLACK = 16;
    private static final int HALF = 128;
    private static final long MAX_MILLIS = (1L << 48) - 1;

    private TestStrip() {}

    /**
     * The content of a strip.
     *
     * @param number of the frame, u32
     * @param captureMillis ms since 1970
     */
    public record Reading(long number, long captureMillis) {}

    /**
     * Draws a strip.
     *
     * @param luma Y plane, {@code width} bytes a row
     */
    public static void write(byte[] luma, int width, int height, Reading reading) {
        byte[] bytes = bytesOf(reading);
        for (int row = 0; row < ROWS; row++) {
            int top = row * height / ROWS_IN_HEIGHT;
            int bottom = (row + 1) * height / ROWS_IN_HEIGHT;
            drawRow(luma, width, bytes, row, top);
            for (int y = top + 1; y < bottom; y++) {
                System.arraycopy(luma, top * width, luma, y * width, width);
            }
        }
    }

    /**
     * Reads a strip, empty when there is none or it is damaged.
     *
     * @param luma Y plane, {@code stride} bytes a row
     */
    public static Optional<Reading> read(ByteBuffer luma, int stride, int width, int height) {
        byte[] bytes = new byte[BYTES];
        for (int bit = 0; bit < BYTES * 8; bit++) {
            int x = (2 * (bit % COLUMNS) + 1) * width / (2 * COLUMNS);
            int y = (2 * (bit / COLUMNS) + 1) * height / (2 * ROWS_IN_HEIGHT);
            boolean white = (luma.get(y * stride + x) & 0xFF) >= HALF;
            bytes[bit / 8] |= (byte) (white ? 0x80 >> bit % 8 : 0);
        }
        if (bytes[0] != MARK || bytes[BYTES - 1] != crc8(bytes)) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes);
        long millis = fields.getLong(3) & MAX_MILLIS;
        return Optional.of(new Reading(Integer.toUnsignedLong(fields.getInt(1)), millis));
    }

    private static byte[] bytesOf(Reading reading) {
        ByteBuffer fields = ByteBuffer.allocate(BYTES);
        fields.putLong(3, reading.captureMillis() & MAX_MILLIS);
        fields.putInt(1, (int) reading.number());
        fields.put(0, MARK);
        fields.put(BYTES - 1, crc8(fields.array()));
        return fields.array();
    }

    private static void drawRow(byte[] luma, int width, byte[] bytes, int row, int y) {
        for (int x = 0; x < width; x++) {
            int bit = row * COLUMNS + x * COLUMNS / width;
            luma[y * width + x] = (bytes[bit / 8] & 0x80 >> bit % 8) != 0 ? WHITE : BLACK;
        }
    }

    private static byte crc8(byte[] bytes) {
        int crc = 0;
        for (int i = 0; i < BYTES - 1; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? crc << 1 ^ 0x07 : crc << 1;
            }
        }
        return (byte) crc;
    }
}
