package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.h264.AvcConfiguration;
import dev.fanlight.media.h264.H264Sps;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * H.264 with its parameter sets outside the access units ({@code avc1}). Immutable.
 *
 * @param configuration the avcC
 */
public record H264Config(AvcConfiguration configuration) implements NalConfig {

    /**
     * Makes one out of parameter sets.
     *
     * @throws BitstreamException when an SPS or a PPS is missing or broken, or all are larger than
     *     {@link CodecConfig#MAX_RECORD_BYTES}
     */
    public static H264Config of(List<ByteBuffer> parameterSets) throws BitstreamException {
        H264Config config = new H264Config(AvcConfiguration.of(parameterSets));
        if (config.configuration.record().length > MAX_RECORD_BYTES) {
            throw new BitstreamException("the parameter sets are larger than a configuration record may be");
        }
        return config;
    }

    /**
     * Reads an avcC.
     *
     * @throws BitstreamException when it is broken
     */
    public static H264Config parse(byte[] record) throws BitstreamException {
        return new H264Config(AvcConfiguration.parse(record));
    }

    static H264Config parse(String codec, byte[] record) throws BitstreamException {
        H264Config config = parse(record);
        CodecParser.check(config.codec().equalsIgnoreCase(codec));
        return config;
    }

    @Override
    public NalCodec nalCodec() {
        return new H264Nal();
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
        return !promisesNoReordering() && configuration.sps().maxReorderFrames().orElse(0) > 0;
    }

    @Override
    public boolean isWidelyDecodable() {
        return configuration.sps().isWidelyDecodable();
    }

    @Override
    public VideoShape shape() {
        H264Sps sps = configuration.sps();
        return new VideoShape(sps.width(), sps.height(), sps.sampleAspectRatio(), 0, sps.frameRate());
    }

    @Override
    public String codec() {
        return configuration.sps().codec();
    }

    @Override
    public Optional<byte[]> record() {
        return Optional.of(configuration.record());
    }
}
