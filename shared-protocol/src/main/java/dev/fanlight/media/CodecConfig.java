package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import java.util.Optional;

/**
 * What a decoder has to know before the first access unit of a track: codec string and configuration record, which are all that
 * travels of it. Implementations are immutable.
 */
public sealed interface CodecConfig
        permits NalConfig, Av1Config, Vp8Config, Vp9Config, JpegConfig, OpusConfig, AacConfig, G711Config, DataConfig {

    /** Largest configuration record, bytes. Decoders need a tenth of it; records with long SEI texts are rebuilt without. */
    int MAX_RECORD_BYTES = 1024;

    /** What a track of this codec carries. */
    MediaKind kind();

    /** The codec string of RFC 6381 and of the WebCodecs codec registry, for example {@code avc1.42C01F} or {@code opus}. */
    String codec();

    /**
     * The {@code description} of WebCodecs, which is also what MP4, Matroska and FLV hold (avcC, hvcC, av1C, OpusHead,
     * AudioSpecificConfig …); empty where the codec has none or the stream goes without. Not copied, must not be written to.
     */
    Optional<byte[]> record();

    /**
     * Reads a codec string and its configuration record, and checks each against the other.
     *
     * @throws BitstreamException when the codec is unknown, its record is missing, broken or larger than
     *     {@link #MAX_RECORD_BYTES}, or the two do not belong together
     */
    static CodecConfig parse(String codec, Optional<byte[]> record) throws BitstreamException {
        return CodecParser.parse(codec, record);
    }
}
