package dev.fanlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.bitstream.RandomAccess;
import dev.fanlight.media.h264.H264SliceHeader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read in streams of x264 and x265, beside what ffprobe reads in them. */
class ProbedStreamTest {

    static Stream<String> streams() {
        return Stream.concat(Fixture.names(".h264"), Fixture.names(".h265")).filter(name -> !name.startsWith("pps-"));
    }

    static Stream<String> h264() {
        return streams().filter(name -> name.endsWith(".h264"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void sizeAndShapeOfASampleAreThoseOfFfprobe(String name) throws BitstreamException {
        Map<String, String> probe = Fixture.probe(name);
        VideoShape shape = config(name).shape();
        assertThat(shape.width() + "x" + shape.height()).isEqualTo(probe.get("width") + "x" + probe.get("height"));
        assertThat(shape.sampleAspectRatio().width() + ":"
                        + shape.sampleAspectRatio().height())
                .isEqualTo(probe.get("sample_aspect_ratio"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void frameRateIsThatOfFfprobe(String name) throws BitstreamException {
        String[] rate = Fixture.probe(name).get("r_frame_rate").split("/", 2);
        double expected = Double.parseDouble(rate[0]) / Double.parseDouble(rate[1]);
        assertThat(config(name).shape().frameRate().orElse(0)).isCloseTo(expected, within(0.001));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void reorderingIsThatOfFfprobe(String name) throws BitstreamException {
        boolean reordered = !Fixture.probe(name).get("has_b_frames").equals("0");
        assertThat(config(name).promisesNoReordering()).isEqualTo(!reordered);
    }

    @ParameterizedTest
    @MethodSource("h264")
    void slicesOfBFramesAreWhereFfprobeSeesReordering(String name) throws BitstreamException {
        boolean reordered = !Fixture.probe(name).get("has_b_frames").equals("0");
        assertThat(Fixture.units(name).stream().anyMatch(H264SliceHeader::isBidirectional))
                .isEqualTo(reordered);
    }

    @ParameterizedTest
    @MethodSource("h264")
    void codecStringIsThatOfFfmpeg(String name) throws BitstreamException {
        assertThat(config(name).codec())
                .isEqualToIgnoringCase(Fixture.probe(name).get("codec"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void profileLevelAndSamplesAreThoseOfFfprobe(String name) throws BitstreamException {
        Map<String, String> probe = Fixture.probe(name);
        NalConfig config = config(name);
        if (config instanceof H265Config h265) {
            assertThat(h265.configuration().profile().level()).isEqualTo(Integer.parseInt(probe.get("level")));
            assertThat(pixels(
                            h265.configuration().sps().chromaFormat(),
                            h265.configuration().sps().lumaBits()))
                    .isEqualTo(probe.get("pix_fmt"));
        }
        if (config instanceof H264Config h264) {
            assertThat(h264.configuration().sps().level()).isEqualTo(Integer.parseInt(probe.get("level")));
            assertThat(pixels(
                            h264.configuration().sps().sampling().chromaFormat(),
                            h264.configuration().sps().sampling().lumaBits()))
                    .isEqualTo(probe.get("pix_fmt"));
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void randomAccessIsWhereFfprobeSeesKeyFrames(String name) throws BitstreamException {
        NalCodec codec = config(name).nalCodec();
        List<Boolean> found = Fixture.accessUnits(name, codec::isSlice).stream()
                .map(codec::randomAccess)
                .map(access -> access != RandomAccess.NONE)
                .toList();
        assertThat(found).isEqualTo(Fixture.probedKeys(name));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void accessUnitsComeBackFromTheFormThatTravelsWithTheirParameterSets(String name) throws BitstreamException {
        NalConfig config = config(name);
        NalCodec codec = config.nalCodec();
        for (List<ByteBuffer> units : Fixture.accessUnits(name, codec::isSlice)) {
            AccessUnit unit = AvccPayload.of(codec, units, 7, 0);
            ByteBuffer annexB = AvccPayload.toAnnexB(
                    config.parameterSets(), unit.key(), unit.payload().bytes());
            List<ByteBuffer> back = NalUnits.splitAnnexB(annexB);
            assertThat(back).endsWith(units.get(units.size() - 1));
            assertThat(back.stream().filter(codec::isParameterSet).toList())
                    .isEqualTo(unit.key() ? config.parameterSets() : List.of());
        }
    }

    private static String pixels(int chromaFormat, int bits) {
        return List.of("gray", "yuv420p", "yuv422p", "yuv444p").get(chromaFormat) + (bits > 8 ? bits + "le" : "");
    }

    static NalConfig config(String name) throws BitstreamException {
        List<ByteBuffer> units = Fixture.units(name);
        return name.endsWith(".h264") ? H264Config.of(units) : H265Config.of(units);
    }
}
