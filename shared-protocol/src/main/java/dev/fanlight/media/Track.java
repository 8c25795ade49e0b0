package dev.fanlight.media;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One track of a stream, as {@code tracks} announces it. Immutable.
 *
 * @param id 0–255
 * @param name its role in the stream, {@code [a-z][a-z0-9_-]{0,31}}: {@link #MAIN}, {@link #LOW}, {@link #AUDIO} or any other
 * @param config the codec
 * @param shape size or sample rate, of the same kind as the codec
 * @param language BCP 47 tag, for example {@code de-AT}
 * @param encryption how payloads are encrypted end to end; empty when they are not
 */
public record Track(
        int id,
        String name,
        CodecConfig config,
        TrackShape shape,
        Optional<String> language,
        Optional<Encryption> encryption) {

    /** Role of the full-size rendition. */
    public static final String MAIN = "main";

    /** Role of the small rendition. */
    public static final String LOW = "low";

    /** Role of the sound. */
    public static final String AUDIO = "audio";

    /** Longest language tag, characters. */
    public static final int MAX_LANGUAGE = 35;

    private static final int MAX_ID = 255;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    /** Refuses what is out of range, and a shape that does not go with the codec. */
    public Track {
        if (id < 0 || id > MAX_ID) {
            throw new IllegalArgumentException("the id of a track is 0 to 255");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a track is a small letter and up to 31 small letters, digits, _ or -");
        }
        if (config.kind() != shape.kind()) {
            throw new IllegalArgumentException("the shape of a track is of another kind than its codec");
        }
        if (language.isPresent() && !isLanguage(language.get())) {
            throw new IllegalArgumentException("a language is a BCP 47 tag of at most 35 characters");
        }
    }

    /** A track in no language and not encrypted. */
    public static Track of(int id, String name, CodecConfig config, TrackShape shape) {
        return new Track(id, name, config, shape, Optional.empty(), Optional.empty());
    }

    /** What it carries. */
    public MediaKind kind() {
        return config.kind();
    }

    private static boolean isLanguage(String tag) {
        return tag.length() <= MAX_LANGUAGE && LANGUAGE.matcher(tag).matches();
    }
}
