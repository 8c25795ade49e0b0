package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.h265.H265Sps;
import dev.fanlight.media.h265.HevcConfiguration;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * H.265 (HEVC) with its parameter sets outside the access units ({@code hvc1}). Immutable.
 *
 * @param configuration the hvcC
 */
public record H265Config(HevcConfiguration configuration) implements NalConfig {

    /**
     * Makes one out of parameter sets.
     *
     * @throws BitstreamException when a VPS, an SPS or a PPS is missing or broken, or all are larger than
     *     {@link CodecConfig#MAX_RECORD_BYTES}
     */
    public static H265Config of(List<ByteBuffer> parameterSets) throws BitstreamException {
        H265Config config = new H265Config(HevcConfiguration.of(parameterSets));
        if (config.configuration.record().length > MAX_RECORD_BYTES) {
            throw new BitstreamException("the parameter sets are larger than a configuration record may be");
        }
        return config;
    }

    /**
     * Reads an hvcC.
     *
     * @throws BitstreamException when it is broken
     */
    public static H265Config parse(byte[] record) throws BitstreamException {
        return new H265Config(HevcConfiguration.parse(record));
    }

    static H265Config parse(String codec, byte[] record) throws BitstreamException {
        H265Config config = parse(record);
        CodecParser.check(config.codec().equalsIgnoreCase(codec));
        return config;
    }

    @Override
    public NalCodec nalCodec() {
        return new H265Nal(configuration.sps().subLayers());
    }

    @Override
    public List<ByteBuffer> parameterSets() {
        return configuration.parameterSets();
    }

    @Override
    public boolean promisesNoReordering() {
        return configuration.sps().promisesNoReordering();
    }

    @Override
    public boolean announcesReordering() {
        return !promisesNoReordering();
    }

    @Override
    public boolean isWidelyDecodable() {
        H265Sps sps = configuration.sps();
        return sps.chromaFormat() == 1 && sps.lumaBits() == 8 && sps.chromaBits() == 8;
    }

    @Override
    public VideoShape shape() {
        H265Sps sps = configuration.sps();
        return new VideoShape(sps.width(), sps.height(), sps.sampleAspectRatio(), 0, sps.frameRate());
    }

    @Override
    public String codec() {
        return configuration.profile().codec();
    }

    @Override
    public Optional<byte[]> record() {
        return Optional.of(configuration.record());
    }
}
