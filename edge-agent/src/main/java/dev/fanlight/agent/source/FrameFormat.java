package dev.fanlight.agent.source;

/**
 * What all frames of one opening of a source have in common. Immutable.
 *
 * @param size of every frame
 * @param fps nominal frames a second
 * @param opening counts the openings of the source: a reopened camera begins a new epoch
 */
public record FrameFormat(FrameSize size, double fps, long opening) {

    /** Bytes of the Y plane. */
    public int lumaBytes() {
        return size.width() * size.height();
    }

    /** Bytes of the Cb or Cr plane. */
    public int chromaBytes() {
        return lumaBytes() / 4;
    }

    /** Bytes of a frame in I420: planes Y, Cb, Cr without gaps. */
    public int bytes() {
        return lumaBytes() + 2 * chromaBytes();
    }

    /** Samples in a row of a plane: 0 for Y, 1 for Cb, 2 for Cr. */
    public int columns(int plane) {
        return plane == 0 ? size.width() : size.width() / 2;
    }

    /** Rows of a plane: 0 for Y, 1 for Cb, 2 for Cr. */
    public int rows(int plane) {
        return plane == 0 ? size.height() : size.height() / 2;
    }
}
