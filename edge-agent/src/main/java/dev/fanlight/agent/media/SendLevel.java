package dev.fanlight.agent.media;

/** How much of the video is made for the uplink, besides its bit rate; each level costs less than the one before. */
public enum SendLevel {
    /** All frames in the configured size. */
    FULL(1),
    /** Every other frame. */
    HALF_RATE(2),
    /** Every fourth frame. */
    QUARTER_RATE(4),
    /** The small rendition in place of the main one; from a source that has one, its second, smaller stream. */
    SMALL(1),
    /** Of the small rendition single key frames, of a source that is passed through its key frames. */
    KEY_FRAMES(1);

    private final int frameDivisor;

    SendLevel(int frameDivisor) {
        this.frameDivisor = frameDivisor;
    }

    /** One of so many frames is encoded. */
    public int frameDivisor() {
        return frameDivisor;
    }

    /** Whether the small rendition takes the place of the main one. */
    public boolean isSmall() {
        return compareTo(SMALL) >= 0;
    }
}
