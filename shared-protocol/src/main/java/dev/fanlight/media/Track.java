package dev.fanlight.media;

import java.util.Arrays;

/**
 * One track of a stream, as {@code tracks} announces it. Immutable; {@code config} is not copied and must not be written to.
 *
 * @param id 0–255
 * @param kind what it carries
 * @param codec codec string (RFC 6381), for example {@code avc1.42C01F}
 * @param config decoder configuration record (avcC for {@code avc1}), empty when the codec has none
 * @param width pixels, 0 when it has none
 * @param height pixels, 0 when it has none
 * @param fps frames a second, 0 when unknown
 * @param name {@code main} or {@code low}
 */
public record Track(
        int id, MediaKind kind, String codec, byte[] config, int width, int height, double fps, String name) {

    /** Name of the full-size rendition. */
    public static final String MAIN = "main";

    /** Name of the small rendition. */
    public static final String LOW = "low";

    @Override
    public boolean equals(Object other) {
        return other instanceof Track that
                && id == that.id
                && kind == that.kind
                && codec.equals(that.codec)
                && Arrays.equals(config, that.config)
                && width == that.width
                && height == that.height
                && fps == that.fps
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * codec.hashCode() + id;
    }

    @Override
    public String toString() {
        return "Track[" + id + " " + name + " " + codec + " " + width + "x" + height + " " + fps + " fps]";
    }
}
