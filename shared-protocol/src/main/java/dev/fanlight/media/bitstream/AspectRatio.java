package dev.fanlight.media.bitstream;

/**
 * The shape of one sample, width to height. Immutable; two that are equal as fractions need not be equal here.
 *
 * @param width 1–65535
 * @param height 1–65535
 */
public record AspectRatio(int width, int height) {

    /** Samples as wide as high, which is also what a stream without a word about it has. */
    public static final AspectRatio SQUARE = new AspectRatio(1, 1);

    private static final int EXTENDED = 255;

    /** aspect_ratio_idc 1–16, H.264 table E-1 and H.265 table E.1. */
    private static final int[][] TABLE = {
        {1, 1}, {12, 11}, {10, 11}, {16, 11}, {40, 33}, {24, 11}, {20, 11}, {32, 11},
        {80, 33}, {18, 11}, {15, 11}, {64, 33}, {160, 99}, {4, 3}, {3, 2}, {2, 1}
    };

    /** Refuses sides that are out of range. */
    public AspectRatio {
        if (!isSide(width) || !isSide(height)) {
            throw new IllegalArgumentException("the sides of an aspect ratio are 1 to 65535");
        }
    }

    /** Whether samples are as wide as high. */
    public boolean isSquare() {
        return width == height;
    }

    /** Reads aspect_ratio_info of the VUI, from aspect_ratio_info_present_flag on; what is unspecified is square. */
    public static AspectRatio readVui(BitReader in) throws BitstreamException {
        if (!in.flag()) {
            return SQUARE;
        }
        int index = in.bits(8);
        if (index != EXTENDED) {
            return index < 1 || index > TABLE.length
                    ? SQUARE
                    : new AspectRatio(TABLE[index - 1][0], TABLE[index - 1][1]);
        }
        int width = in.bits(16);
        int height = in.bits(16);
        return isSide(width) && isSide(height) ? new AspectRatio(width, height) : SQUARE;
    }

    private static boolean isSide(int side) {
        return side >= 1 && side <= 65_535;
    }
}
