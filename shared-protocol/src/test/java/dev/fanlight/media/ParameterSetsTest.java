package dev.fanlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {

    private static final NalCodec H264 = new H264Nal();

    @Test
    void setsThatChangeInBandGiveANewConfigurationAtTheirKeyFrame() throws BitstreamException {
        List<List<ByteBuffer>> units = Fixture.accessUnits("pps-changes.h264", H264::isSlice);
        ParameterSets sets = ParameterSets.none(H264);
        List<String> configurations = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Optional<NalConfig> config = sets.update(units.get(i));
            configurations.add(i + " " + config.map(CodecConfig::codec).orElse("same"));
        }
        assertThat(configurations.stream().filter(line -> !line.endsWith("same")))
                .containsExactly("0 avc1.42C00A", "6 avc1.64000A");
    }

    @Test
    void setsThatRepeatChangeNothing() throws BitstreamException {
        for (String name : List.of("baseline.h264", "main.h265")) {
            NalConfig known = ProbedStreamTest.config(name);
            NalCodec codec = known.nalCodec();
            ParameterSets sets = ParameterSets.of(codec, known.parameterSets());
            for (List<ByteBuffer> unit : Fixture.accessUnits(name, codec::isSlice)) {
                assertThat(sets.update(unit)).isEmpty();
            }
        }
    }

    @Test
    void setsThatComeBetweenKeyFramesWaitForTheNextOne() throws BitstreamException {
        NalConfig first = ProbedStreamTest.config("baseline.h264");
        List<List<ByteBuffer>> units = Fixture.accessUnits("baseline.h264", H264::isSlice);
        ParameterSets sets = ParameterSets.of(H264, first.parameterSets());
        List<ByteBuffer> others = ProbedStreamTest.config("cropped-sar.h264").parameterSets();
        List<ByteBuffer> second = new ArrayList<>(others);
        second.addAll(units.get(1));
        assertThat(sets.update(second)).isEmpty();
        ByteBuffer idr = units.get(0).get(units.get(0).size() - 1);
        assertThat(sets.update(List.of(idr)))
                .hasValueSatisfying(config -> assertThat(config.shape().width()).isEqualTo(66));
    }

    @Test
    void h265StreamWithOtherSetsGivesANewConfiguration() throws BitstreamException {
        NalConfig first = ProbedStreamTest.config("main.h265");
        ParameterSets sets = ParameterSets.of(first.nalCodec(), first.parameterSets());
        List<ByteBuffer> unit = Fixture.accessUnits("cropped-sar.h265", first.nalCodec()::isSlice)
                .get(0);
        assertThat(sets.update(unit)).hasValue(ProbedStreamTest.config("cropped-sar.h265"));
    }

    @Test
    void brokenSetIsRefusedAndTheOthersStay() throws BitstreamException {
        NalConfig known = ProbedStreamTest.config("baseline.h264");
        ParameterSets sets = ParameterSets.of(H264, known.parameterSets());
        List<List<ByteBuffer>> units = Fixture.accessUnits("baseline.h264", H264::isSlice);
        ByteBuffer broken = ByteBuffer.wrap(new byte[] {0x67, 0x42});
        assertThatThrownBy(() -> sets.update(List.of(broken))).isInstanceOf(BitstreamException.class);
        assertThat(sets.update(units.get(0))).isEmpty();
    }

    @Test
    void setsWithoutBoundAreRefused() {
        ParameterSets sets = ParameterSets.none(H264);
        assertThatThrownBy(() -> {
                    for (int id = 0; id < 255; id++) {
                        sets.update(List.of(pictureParameterSet(id)));
                    }
                })
                .isInstanceOf(BitstreamException.class)
                .hasMessageContaining("64");
    }

    /** ue(v) of the id, 15 bits in front of it and 16 for it, which all ids up to 255 fit into. */
    private static ByteBuffer pictureParameterSet(int id) {
        int digits = 31 - Integer.numberOfLeadingZeros(id + 1);
        int code = (id + 1) << (31 - 2 * digits);
        return ByteBuffer.allocate(5).put((byte) 0x68).putInt(code).flip();
    }
}
