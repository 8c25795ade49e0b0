package dev.fanlight.media.mp4;

import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.AspectRatio;
import java.util.Optional;

/**
 * How a track header says that frames are stretched and turned. Immutable.
 *
 * @param width pixels of a frame with square samples, before it is turned
 * @param height pixels of it
 * @param rotation degrees to turn it clockwise: 0, 90, 180 or 270
 * @param samples the shape of its samples, where they are not square
 */
record Display(int width, int height, int rotation, Optional<AspectRatio> samples) {

    /** Samples that are more than that much wider than high, or higher than wide, are taken for square: no frame has such. */
    private static final int MOST_STRETCHED = 16;

    private static final int ONE = 0x10000;
    private static final long ONE_OF_W = 0x4000_0000L;

    static Display of(VideoShape shape) {
        AspectRatio ratio = shape.sampleAspectRatio();
        double stretch = (double) ratio.width() / ratio.height();
        if (ratio.isSquare() || stretch > MOST_STRETCHED || stretch < 1.0 / MOST_STRETCHED) {
            return new Display(shape.width(), shape.height(), shape.rotation(), Optional.empty());
        }
        int width = stretch > 1 ? (int) Math.round(shape.width() * stretch) : shape.width();
        int height = stretch > 1 ? shape.height() : (int) Math.round(shape.height() / stretch);
        return new Display(width, height, shape.rotation(), Optional.of(ratio));
    }

    /** The matrix that turns a frame and moves it back to where it was (ISO/IEC 14496-12 §6.2.2). */
    void writeMatrix(BoxWriter out) {
        switch (rotation) {
            case 90 -> matrix(out, 0, 1, -1, 0, height, 0);
            case 180 -> matrix(out, -1, 0, 0, -1, width, height);
            case 270 -> matrix(out, 0, -1, 1, 0, 0, width);
            default -> writeUnity(out);
        }
    }

    /** The matrix that neither moves nor turns. */
    static void writeUnity(BoxWriter out) {
        matrix(out, 1, 0, 0, 1, 0, 0);
    }

    /** Width and height in 16.16 fixed point. */
    void writeSize(BoxWriter out) {
        out.u32((long) width * ONE).u32((long) height * ONE);
    }

    private static void matrix(BoxWriter out, int a, int b, int c, int d, int x, int y) {
        out.u32((long) a * ONE).u32((long) b * ONE).u32(0);
        out.u32((long) c * ONE).u32((long) d * ONE).u32(0);
        out.u32((long) x * ONE).u32((long) y * ONE).u32(ONE_OF_W);
    }
}
