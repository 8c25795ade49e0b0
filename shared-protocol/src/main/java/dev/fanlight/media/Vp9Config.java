package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.vp.VpConfiguration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * VP9. Immutable.
 *
 * @param codec for example {@code vp09.00.10.08}, with or without the optional fields
 * @param configuration the vpcC; decoders do without
 */
public record Vp9Config(String codec, Optional<VpConfiguration> configuration) implements CodecConfig {

    private static final Pattern CODEC = Pattern.compile("vp09\\.(0[0-3])\\.(\\d\\d)\\.(08|10|12)(\\.\\d\\d){0,5}");

    static Vp9Config parse(String codec, Optional<byte[]> record) throws BitstreamException {
        Matcher fields = CODEC.matcher(codec);
        CodecParser.check(fields.matches());
        if (record.isEmpty()) {
            return new Vp9Config(codec, Optional.empty());
        }
        VpConfiguration configuration = VpConfiguration.parse(record.get());
        CodecParser.check(Integer.parseInt(fields.group(1)) == configuration.profile()
                && Integer.parseInt(fields.group(2)) == configuration.level()
                && Integer.parseInt(fields.group(3)) == configuration.bits());
        return new Vp9Config(codec, Optional.of(configuration));
    }

    @Override
    public MediaKind kind() {
        return MediaKind.VIDEO;
    }

    @Override
    public Optional<byte[]> record() {
        return configuration.map(VpConfiguration::record);
    }
}
