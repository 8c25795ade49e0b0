package dev.fanlight.media.flv;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.Av1Config;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.Vp9Config;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The codecs that are read and written, with their names in E-RTMP and their numbers in legacy FLV. */
enum FlvCodec {
    H264(MediaKind.VIDEO, "avc1", 7),
    H265(MediaKind.VIDEO, "hvc1", 12),
    AV1(MediaKind.VIDEO, "av01", FlvCodec.NONE),
    VP9(MediaKind.VIDEO, "vp09", FlvCodec.NONE),
    VP8(MediaKind.VIDEO, "vp08", FlvCodec.NONE),
    AAC(MediaKind.AUDIO, "mp4a", 10),
    OPUS(MediaKind.AUDIO, "Opus", FlvCodec.NONE),
    G711_A(MediaKind.AUDIO, "", 7),
    G711_MU(MediaKind.AUDIO, "", 8);

    private static final int NONE = -1;

    private static final Map<Class<? extends CodecConfig>, FlvCodec> BY_CONFIG = Map.of(
            H264Config.class, H264,
            H265Config.class, H265,
            Av1Config.class, AV1,
            Vp9Config.class, VP9,
            Vp8Config.class, VP8,
            AacConfig.class, AAC,
            OpusConfig.class, OPUS);

    private final MediaKind kind;
    private final String fourCc;
    private final int legacyId;

    FlvCodec(MediaKind kind, String fourCc, int legacyId) {
        this.kind = kind;
        this.fourCc = fourCc;
        this.legacyId = legacyId;
    }

    MediaKind kind() {
        return kind;
    }

    String fourCc() {
        return fourCc;
    }

    int legacyId() {
        return legacyId;
    }

    /** Whether an enhanced coded frame begins with the distance of presentation and decoding time. */
    boolean hasOffset() {
        return this == H264 || this == H265;
    }

    static Optional<FlvCodec> of(CodecConfig config) {
        if (config instanceof G711Config g711) {
            return Optional.of(g711.law() == G711Config.Law.A ? G711_A : G711_MU);
        }
        return Optional.ofNullable(BY_CONFIG.get(config.getClass()));
    }

    static Optional<FlvCodec> ofFourCc(MediaKind kind, String fourCc) {
        return Arrays.stream(values())
                .filter(codec -> codec.kind == kind && codec.fourCc.equals(fourCc))
                .findFirst();
    }

    static Optional<FlvCodec> ofLegacyId(MediaKind kind, int id) {
        return Arrays.stream(values())
                .filter(codec -> codec.kind == kind && codec.legacyId == id)
                .findFirst();
    }
}
