package dev.fanlight.media;

import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.Optional;
import java.util.Set;

/**
 * AAC in raw frames, without ADTS. Immutable.
 *
 * @param codec {@code mp4a.40.} and the audio object type
 * @param configuration the AudioSpecificConfig
 */
public record AacConfig(String codec, AudioSpecificConfig configuration) implements CodecConfig {

    private static final String PREFIX = "mp4a.40.";
    private static final Set<String> EXTENSIONS_OF_LC = Set.of("5", "29");

    /** With the codec string of the object type that is signalled. */
    public static AacConfig of(AudioSpecificConfig configuration) {
        return new AacConfig(PREFIX + configuration.objectType(), configuration);
    }

    static AacConfig parse(String codec, byte[] record) throws BitstreamException {
        AudioSpecificConfig configuration = AudioSpecificConfig.parse(record);
        String type = codec.substring(PREFIX.length());
        // HE-AAC may be signalled by its core alone.
        boolean implicit =
                configuration.coreObjectType() == AudioSpecificConfig.LOW_COMPLEXITY && EXTENSIONS_OF_LC.contains(type);
        CodecParser.check(implicit
                || type.equals(Integer.toString(configuration.objectType()))
                || type.equals(Integer.toString(configuration.coreObjectType())));
        return new AacConfig(codec, configuration);
    }

    @Override
    public MediaKind kind() {
        return MediaKind.AUDIO;
    }

    @Override
    public Optional<byte[]> record() {
        return Optional.of(configuration.record());
    }
}
