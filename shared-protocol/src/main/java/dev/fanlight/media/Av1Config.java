package dev.fanlight.media;

import dev.fanlight.media.av1.Av1Configuration;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AV1. Immutable.
 *
 * @param codec for example {@code av01.0.04M.08}, with or without the optional fields
 * @param configuration the av1C; encoders of browsers give none, and the sequence header is in the key frames
 */
public record Av1Config(String codec, Optional<Av1Configuration> configuration) implements CodecConfig {

    private static final Pattern CODEC = Pattern.compile(
            "av01\\.([0-2])\\.(\\d\\d)([MH])\\.(08|10|12)(\\.[01]\\.\\d{3}\\.\\d\\d\\.\\d\\d\\.\\d\\d\\.[01])?");

    static Av1Config parse(String codec, Optional<byte[]> record) throws BitstreamException {
        Matcher fields = CODEC.matcher(codec);
        CodecParser.check(fields.matches());
        if (record.isEmpty()) {
            return new Av1Config(codec, Optional.empty());
        }
        Av1Configuration configuration = Av1Configuration.parse(record.get());
        CodecParser.check(Integer.parseInt(fields.group(1)) == configuration.profile()
                && Integer.parseInt(fields.group(2)) == configuration.level()
                && fields.group(3).equals(configuration.high() ? "H" : "M")
                && Integer.parseInt(fields.group(4)) == configuration.bits());
        return new Av1Config(codec, Optional.of(configuration));
    }

    @Override
    public MediaKind kind() {
        return MediaKind.VIDEO;
    }

    @Override
    public Optional<byte[]> record() {
        return configuration.map(Av1Configuration::record);
    }
}
