package dev.fanlight.media;

import dev.fanlight.media.bitstream.AspectRatio;
import java.util.OptionalDouble;

/**
 * How decoded frames are to be shown: stretched to the shape of their samples, then turned. Immutable.
 *
 * @param width pixels of a decoded frame inside its cropping, 1–16384
 * @param height pixels, 1–16384
 * @param sampleAspectRatio shape of a sample
 * @param rotation degrees to turn a frame clockwise before it is shown: 0, 90, 180 or 270
 * @param frameRate frames a second, above 0 and at most 1000; empty when unknown or variable
 */
public record VideoShape(int width, int height, AspectRatio sampleAspectRatio, int rotation, OptionalDouble frameRate)
        implements TrackShape {

    /** Largest width and height, pixels. */
    public static final int MAX_SIDE = 16_384;

    /** Highest frame rate, frames a second. */
    public static final double MAX_FRAME_RATE = 1_000;

    private static final int QUARTER = 90;
    private static final int FULL = 360;

    /** Refuses what is out of range; a frame rate that is out of range becomes unknown. */
    public VideoShape {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException("a frame has 1 to 16384 pixels a side");
        }
        if (rotation < 0 || rotation >= FULL || rotation % QUARTER != 0) {
            throw new IllegalArgumentException("a rotation is 0, 90, 180 or 270");
        }
        boolean known =
                frameRate.isPresent() && frameRate.getAsDouble() > 0 && frameRate.getAsDouble() <= MAX_FRAME_RATE;
        frameRate = known ? frameRate : OptionalDouble.empty();
    }

    /** Square samples, upright, of unknown frame rate. */
    public static VideoShape of(int width, int height) {
        return new VideoShape(width, height, AspectRatio.SQUARE, 0, OptionalDouble.empty());
    }

    /** The same with another frame rate; 0 when it is unknown. */
    public VideoShape withFrameRate(double rate) {
        return new VideoShape(width, height, sampleAspectRatio, rotation, OptionalDouble.of(rate));
    }

    /** The same, to be turned by {@code degrees} clockwise: 0, 90, 180 or 270. */
    public VideoShape withRotation(int degrees) {
        return new VideoShape(width, height, sampleAspectRatio, degrees, frameRate);
    }

    @Override
    public MediaKind kind() {
        return MediaKind.VIDEO;
    }
}
