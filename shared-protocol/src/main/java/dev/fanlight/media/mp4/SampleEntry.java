package dev.fanlight.media.mp4;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.Av1Config;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Vp9Config;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sample entry of a codec: its four letters and the box that holds its decoder configuration (ISO/IEC 14496-15, the bindings of
 * AV1, VP and Opus). Immutable.
 *
 * @param type the four letters
 * @param configuration writes the box of the configuration
 */
record SampleEntry(String type, Consumer<BoxWriter> configuration) {

    private static final int VPCC_VERSION = 1;

    /** The entry of a codec; empty for those that fragmented MP4 does not carry live, or without the configuration that it needs. */
    static Optional<SampleEntry> of(CodecConfig config, int channels) {
        if (config instanceof H264Config h264) {
            return Optional.of(plain("avc1", "avcC", h264.configuration().record()));
        }
        if (config instanceof H265Config h265) {
            return Optional.of(plain("hvc1", "hvcC", h265.configuration().record()));
        }
        if (config instanceof Av1Config) {
            return config.record().map(record -> plain("av01", "av1C", record));
        }
        if (config instanceof Vp9Config) {
            return config.record()
                    .map(record -> new SampleEntry(
                            "vp09", out -> out.fullBox("vpcC", VPCC_VERSION, 0, box -> box.raw(record))));
        }
        if (config instanceof AacConfig aac) {
            byte[] record = aac.configuration().record();
            return Optional.of(new SampleEntry(
                    "mp4a", out -> out.fullBox("esds", 0, 0, box -> ElementaryStream.write(box, record))));
        }
        if (config instanceof OpusConfig opus) {
            return Optional.of(new SampleEntry(
                    "Opus", out -> out.box("dOps", box -> OpusBox.write(box, opus.head(), channels))));
        }
        return Optional.empty();
    }

    private static SampleEntry plain(String type, String box, byte[] record) {
        return new SampleEntry(type, out -> out.box(box, content -> content.raw(record)));
    }
}
