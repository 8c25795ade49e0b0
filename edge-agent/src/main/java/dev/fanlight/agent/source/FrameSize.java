package dev.fanlight.agent.source;

/**
 * Size of a frame. Immutable.
 *
 * @param width pixels, even
 * @param height pixels, even
 */
public record FrameSize(int width, int height) {

    /** The largest size within the given one: never larger than this one, same aspect ratio, even (4:2:0 halves the chroma planes). */
    public FrameSize fitInto(int maxWidth, int maxHeight) {
        double scale = Math.min(1.0, Math.min((double) maxWidth / width, (double) maxHeight / height));
        return new FrameSize(even(width * scale), even(height * scale));
    }

    /** The size of a frame that is turned by a quarter. */
    public FrameSize turned() {
        return new FrameSize(/* width= */ height, /* height= */ width);
    }

    private static int even(double length) {
        return Math.max(2, (int) Math.round(length / 2) * 2);
    }
}
