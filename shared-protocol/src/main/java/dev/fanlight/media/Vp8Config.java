package dev.fanlight.media;

import java.util.Optional;

/** VP8, whose key frames say all a decoder needs. Immutable. */
public record Vp8Config() implements CodecConfig {

    static final String CODEC = "vp8";

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
