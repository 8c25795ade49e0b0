package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.opus.OpusHead;
import java.util.Optional;

/**
 * Opus. Immutable.
 *
 * @param head the identification header; a decoder of mono or stereo does without
 */
public record OpusConfig(Optional<OpusHead> head) implements CodecConfig {

    static final String CODEC = "opus";

    static OpusConfig parse(Optional<byte[]> record) throws BitstreamException {
        return new OpusConfig(record.isPresent() ? Optional.of(OpusHead.parse(record.get())) : Optional.empty());
    }

    @Override
    public MediaKind kind() {
        return MediaKind.AUDIO;
    }

    @Override
    public String codec() {
        return CODEC;
    }

    @Override
    public Optional<byte[]> record() {
        return head.map(OpusHead::record);
    }
}
