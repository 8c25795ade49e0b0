package dev.fanlight.agent.source;

/**
 * What all pictures of one opening of a source have in common. Immutable.
 *
 * @param size of every picture
 * @param fps nominal pictures a second
 * @param opening counts the openings of the source: a reopened camera begins a new publishing
 */
public record FrameFormat(FrameSize size, double fps, long opening) {

    /** Bytes of the brightness plane. */
    public int lumaBytes() {
        return size.width() * size.height();
    }

    /** Bytes of one colour plane. */
    public int chromaBytes() {
        return lumaBytes() / 4;
    }

    /** Bytes of a picture in I420: brightness, then blue, then red difference, no gaps. */
    public int bytes() {
        return lumaBytes() + 2 * chromaBytes();
    }
}
