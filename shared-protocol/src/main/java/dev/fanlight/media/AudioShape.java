package dev.fanlight.media;

/**
 * How decoded sound is laid out. Immutable.
 *
 * @param sampleRate Hz, 1,000–768,000
 * @param channels 1–255
 */
public record AudioShape(int sampleRate, int channels) implements TrackShape {

    /** Lowest sample rate, Hz. */
    public static final int MIN_SAMPLE_RATE = 1_000;

    /** Highest sample rate, Hz. */
    public static final int MAX_SAMPLE_RATE = 768_000;

    /** Most channels. */
    public static final int MAX_CHANNELS = 255;

    /** Refuses what is out of range. */
    public AudioShape {
        if (sampleRate < MIN_SAMPLE_RATE || sampleRate > MAX_SAMPLE_RATE) {
            throw new IllegalArgumentException("a sample rate is 1000 to 768000 Hz");
        }
        if (channels < 1 || channels > MAX_CHANNELS) {
            throw new IllegalArgumentException("sound has 1 to 255 channels");
        }
    }

    @Override
    public MediaKind kind() {
        return MediaKind.AUDIO;
    }
}
