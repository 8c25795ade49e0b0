package dev.fanlight.media.flv;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.av1.Av1Configuration;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.opus.OpusHead;
import dev.fanlight.media.vp.VpConfiguration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The codec that a sequence header describes. Stateless. */
final class Configurations {

    /** {@code version} and {@code flags} of the MP4 box, which FFmpeg puts in front of a vpcC and other writers do not. */
    private static final byte[] BOX_HEAD = {1, 0, 0, 0};

    private Configurations() {}

    /** The configuration of a codec that needs no sequence header. */
    static Optional<CodecConfig> withoutRecord(FlvCodec codec) {
        return switch (codec) {
            case VP8 -> Optional.of(new Vp8Config());
            case G711_A -> Optional.of(new G711Config(G711Config.Law.A));
            case G711_MU -> Optional.of(new G711Config(G711Config.Law.MU));
            default -> Optional.empty();
        };
    }

    /** The configuration that a sequence header says. */
    static CodecConfig of(FlvCodec codec, byte[] record) throws BitstreamException {
        Optional<CodecConfig> fixed = withoutRecord(codec);
        return fixed.isPresent() ? fixed.get() : parse(codec, record);
    }

    /** A configuration record as a sequence header has it. */
    static byte[] written(FlvCodec codec, byte[] record) {
        if (codec != FlvCodec.VP9) {
            return record;
        }
        byte[] boxed = Arrays.copyOf(BOX_HEAD, BOX_HEAD.length + record.length);
        System.arraycopy(record, 0, boxed, BOX_HEAD.length, record.length);
        return boxed;
    }

    private static CodecConfig parse(FlvCodec codec, byte[] record) throws BitstreamException {
        return switch (codec) {
            case AV1 -> checked(av1(record), record);
            case VP9 -> vp9(record);
            case AAC -> {
                AacConfig config = AacConfig.of(AudioSpecificConfig.parse(record));
                yield checked(config.codec(), record);
            }
            case OPUS -> {
                OpusConfig config = new OpusConfig(Optional.of(OpusHead.parse(record)));
                yield checked(config.codec(), record);
            }
            default -> throw new BitstreamException("a sequence header for a codec that has none");
        };
    }

    /** Also refuses a record that is too large. */
    private static CodecConfig checked(String codec, byte[] record) throws BitstreamException {
        return CodecConfig.parse(codec, Optional.of(record));
    }

    private static String av1(byte[] record) throws BitstreamException {
        Av1Configuration read = Av1Configuration.parse(record);
        String tier = read.high() ? "H" : "M";
        return String.format(Locale.ROOT, "av01.%d.%02d%s.%02d", read.profile(), read.level(), tier, read.bits());
    }

    private static CodecConfig vp9(byte[] record) throws BitstreamException {
        boolean boxed = record.length > BOX_HEAD.length
                && Arrays.equals(record, 0, BOX_HEAD.length, BOX_HEAD, 0, BOX_HEAD.length);
        byte[] bare = boxed ? Arrays.copyOfRange(record, BOX_HEAD.length, record.length) : record;
        VpConfiguration read = VpConfiguration.parse(bare);
        String codec = String.format(Locale.ROOT, "vp09.%02d.%02d.%02d", read.profile(), read.level(), read.bits());
        return checked(codec, bare);
    }
}
