package dev.fanlight.media.rtp;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.h265.H265NalType;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** What {@code fmtp} says of a codec’s configuration. Stateless. */
final class FormatParameters {

    private FormatParameters() {}

    /** RFC 6184 §8.1. */
    static String of(H264Config config) {
        byte[] record = config.configuration().record();
        return String.format(
                Locale.ROOT,
                "packetization-mode=1;profile-level-id=%02X%02X%02X;sprop-parameter-sets=%s",
                record[1],
                record[2],
                record[3],
                sets(config.parameterSets(), type -> true));
    }

    /** RFC 7798 §7.1. */
    static String of(H265Config config) {
        List<ByteBuffer> sets = config.parameterSets();
        return "sprop-vps=" + sets(sets, type -> type == H265NalType.VPS) + ";sprop-sps="
                + sets(sets, type -> type == H265NalType.SPS) + ";sprop-pps="
                + sets(sets, type -> type == H265NalType.PPS);
    }

    /** RFC 3640 §4.1. */
    static String of(AacConfig config) {
        return "streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config="
                + HexFormat.of().formatHex(config.configuration().record());
    }

    private static String sets(List<ByteBuffer> sets, IntPredicate h265Type) {
        return sets.stream()
                .filter(set -> h265Type.test(set.get(set.position()) >> 1 & 0x3F))
                .map(FormatParameters::base64)
                .collect(Collectors.joining(","));
    }

    private static String base64(ByteBuffer set) {
        byte[] bytes = new byte[set.remaining()];
        set.duplicate().get(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
