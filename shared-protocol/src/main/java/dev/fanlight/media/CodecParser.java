package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import java.util.List;
import java.util.Optional;

/** Finds the codec that a codec string names. Stateless. */
final class CodecParser {

    private interface Reader {

        CodecConfig read(String codec, Optional<byte[]> record) throws BitstreamException;
    }

    private record Entry(String prefix, Reader reader) {}

    private static final int MAX_CODEC_LENGTH = 64;

    private static final List<Entry> CODECS = List.of(
            new Entry("avc1.", (codec, record) -> H264Config.parse(codec, required(codec, record))),
            new Entry("hvc1.", (codec, record) -> H265Config.parse(codec, required(codec, record))),
            new Entry("av01.", Av1Config::parse),
            new Entry("vp09.", Vp9Config::parse),
            new Entry("mp4a.40.", (codec, record) -> AacConfig.parse(codec, required(codec, record))));

    private CodecParser() {}

    static CodecConfig parse(String codec, Optional<byte[]> record) throws BitstreamException {
        if (record.isPresent() && record.get().length > CodecConfig.MAX_RECORD_BYTES) {
            throw new BitstreamException("a configuration record is at most 1024 bytes long");
        }
        for (Entry entry : CODECS) {
            if (codec.startsWith(entry.prefix())) {
                return entry.reader().read(codec, record);
            }
        }
        return switch (codec) {
            case OpusConfig.CODEC -> OpusConfig.parse(record);
            case Vp8Config.CODEC -> without(record, new Vp8Config());
            case JpegConfig.CODEC -> without(record, new JpegConfig());
            case G711Config.A_LAW -> without(record, new G711Config(G711Config.Law.A));
            case G711Config.MU_LAW -> without(record, new G711Config(G711Config.Law.MU));
            default -> data(codec, record);
        };
    }

    private static CodecConfig data(String codec, Optional<byte[]> record) throws BitstreamException {
        if (codec.length() > MAX_CODEC_LENGTH || !DataConfig.isMediaType(codec)) {
            throw new BitstreamException("an unknown codec");
        }
        return without(record, new DataConfig(codec));
    }

    private static byte[] required(String codec, Optional<byte[]> record) throws BitstreamException {
        if (record.isEmpty()) {
            throw new BitstreamException("a track with " + codec.substring(0, 4) + " needs a configuration record");
        }
        return record.get();
    }

    private static CodecConfig without(Optional<byte[]> record, CodecConfig config) throws BitstreamException {
        if (record.isPresent()) {
            throw new BitstreamException("a track with " + config.codec() + " has no configuration record");
        }
        return config;
    }

    static void check(boolean fits) throws BitstreamException {
        if (!fits) {
            throw new BitstreamException("codec string and configuration record do not belong together");
        }
    }
}
