package dev.fanlight.media;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Data in the time of the stream that no decoder takes, named by its media type, for example {@code application/json}. A codec
 * string has no slash, so the two cannot be mistaken for each other. Immutable.
 *
 * @param codec the media type (RFC 6838 §4.2), in lower case and without parameters
 */
public record DataConfig(String codec) implements CodecConfig {

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,30}/[a-z0-9][a-z0-9!#$&^_.+-]{0,30}");

    /** Refuses what is no media type. */
    public DataConfig {
        if (!isMediaType(codec)) {
            throw new IllegalArgumentException("this is no media type: " + codec);
        }
    }

    static boolean isMediaType(String text) {
        return MEDIA_TYPE.matcher(text).matches();
    }

    @Override
    public MediaKind kind() {
        return MediaKind.DATA;
    }

    @Override
    public Optional<byte[]> record() {
        return Optional.empty();
    }
}
