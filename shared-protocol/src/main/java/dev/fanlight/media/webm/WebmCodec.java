package dev.fanlight.media.webm;

import dev.fanlight.media.MediaKind;
import java.util.Arrays;
import java.util.Optional;

/** The codecs that are taken, by their names in Matroska and the four-character codes of {@link dev.fanlight.media.flv.CodedTracks}. */
enum WebmCodec {
    VP8("V_VP8", MediaKind.VIDEO, "vp08"),
    VP9("V_VP9", MediaKind.VIDEO, "vp09"),
    AV1("V_AV1", MediaKind.VIDEO, "av01"),
    H264("V_MPEG4/ISO/AVC", MediaKind.VIDEO, "avc1"),
    OPUS("A_OPUS", MediaKind.AUDIO, "Opus");

    private final String id;
    private final MediaKind kind;
    private final String fourCc;

    WebmCodec(String id, MediaKind kind, String fourCc) {
        this.id = id;
        this.kind = kind;
        this.fourCc = fourCc;
    }

    MediaKind kind() {
        return kind;
    }

    String fourCc() {
        return fourCc;
    }

    static Optional<WebmCodec> of(String id) {
        return Arrays.stream(values()).filter(codec -> codec.id.equals(id)).findFirst();
    }
}
