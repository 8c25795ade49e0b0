package dev.fanlight.media;

import java.util.Optional;

/** One JPEG image an access unit (motion JPEG). WebCodecs has no such codec, so the codec string is the protocol’s own. Immutable. */
public record JpegConfig() implements CodecConfig {

    static final String CODEC = "jpeg";

    @Override
    public MediaKind kind() {
        return MediaKind.VIDEO;
    }

    @Override
    public String codec() {
        return CODEC;
    }

    @Override
    public Optional<byte[]> record() {
        return Optional.empty();
    }
}
