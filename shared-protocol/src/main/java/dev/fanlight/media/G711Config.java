package dev.fanlight.media;

import java.util.Optional;

/**
 * G.711, one byte a sample. Immutable.
 *
 * @param law the companding law
 */
public record G711Config(Law law) implements CodecConfig {

    static final String A_LAW = "alaw";
    static final String MU_LAW = "ulaw";

    /** How samples are companded. */
    public enum Law {
        /** A-law. */
        A(A_LAW),
        /** µ-law. */
        MU(MU_LAW);

        private final String codec;

        Law(String codec) {
            this.codec = codec;
        }
    }

    @Override
    public MediaKind kind() {
        return MediaKind.AUDIO;
    }

    @Override
    public String codec() {
        return law.codec;
    }

    @Override
    public Optional<byte[]> record() {
        return Optional.empty();
    }
}
