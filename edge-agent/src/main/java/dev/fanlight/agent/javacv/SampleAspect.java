package dev.fanlight.agent.javacv;

import dev.fanlight.media.bitstream.AspectRatio;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Which shape of a sample applies where container and stream each say one: the container's, if its samples are not square, for
 * frames like the first one; for others the stream's, which has changed while the container has not. One thread.
 */
public final class SampleAspect {

    private static final int MAX_SIDE = 65_535;

    private record Described(int width, int height, AspectRatio stream) {}

    private final Optional<AspectRatio> container;
    private Optional<Described> first = Optional.empty();

    /** {@code container} is empty where it says nothing. */
    public SampleAspect(Optional<AspectRatio> container) {
        this.container = container.filter(aspect -> !aspect.isSquare());
    }

    /** The shape of a sample in frames of this size, of which the stream says {@code stream}. */
    public AspectRatio of(int width, int height, AspectRatio stream) {
        Described now = new Described(width, height, stream);
        if (first.isEmpty()) {
            first = Optional.of(now);
        }
        return first.get().equals(now) ? container.orElse(stream) : stream;
    }

    /** Empty when FFmpeg does not know it. */
    static Optional<AspectRatio> read(AVRational ratio) {
        long width = ratio.num();
        long height = ratio.den();
        while (width > MAX_SIDE || height > MAX_SIDE) {
            width /= 2;
            height /= 2;
        }
        return width > 0 && height > 0 ? Optional.of(new AspectRatio((int) width, (int) height)) : Optional.empty();
    }
}
