package dev.fanlight.media.flv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.Fixture;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlvStreamReaderTest {

    private static final String HEADER = "464c560105000000090000" + "0000";

    static Stream<String> streams() {
        return Fixture.names(".flv");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamIsTheSameInPiecesOfAnySize(String name) throws BitstreamException {
        byte[] stream = Fixture.bytes(name);
        List<FlvTag> whole = new FlvStreamReader().read(ByteBuffer.wrap(stream));
        assertThat(whole).isNotEmpty();
        for (int size : new int[] {1, 7, 777}) {
            assertThat(inPieces(stream, size)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whatWasTakenApartCanBePutTogetherAgain(String name) throws BitstreamException {
        byte[] stream = Fixture.bytes(name);
        ByteBuffer again = ByteBuffer.allocate(stream.length);
        again.put(FlvFraming.streamHeader(
                (stream[4] & FlvFraming.AUDIO_FLAG) != 0, (stream[4] & FlvFraming.VIDEO_FLAG) != 0));
        for (FlvTag tag : new FlvStreamReader().read(ByteBuffer.wrap(stream))) {
            again.put(
                    FlvFraming.tag(tag.type(), tag.timestampMillis(), tag.body().array()));
        }
        assertThat(again.array()).isEqualTo(stream);
    }

    @Test
    void timesUseAllThirtyTwoBits() throws BitstreamException {
        byte[] tag = FlvFraming.tag(FlvTagType.AUDIO, 0x89AB_CDEFL, new byte[] {1});
        FlvStreamReader reader = new FlvStreamReader();
        reader.read(ByteBuffer.wrap(HexFormat.of().parseHex(HEADER)));
        assertThat(reader.read(ByteBuffer.wrap(tag)))
                .containsExactly(new FlvTag(FlvTagType.AUDIO, 0x89AB_CDEFL, ByteBuffer.wrap(new byte[] {1})));
    }

    @Test
    void tagsOfUnknownTypesAreIgnored() throws BitstreamException {
        String unknown = "0f000001" + "00000000" + "000000" + "ff" + "0000000c";
        assertThat(new FlvStreamReader().read(ByteBuffer.wrap(HexFormat.of().parseHex(HEADER + unknown))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "474554202f20485454502f312e31", // GET / HTTP/1.1
                "464c56010500000008000000000000", // a header that is too short
                "464c5601050000ffff000000000000", // and one that is too long
                HEADER + "09ffffff00000000000000", // a tag of 16 MB
                HEADER + "2900000100000000000000" // an encrypted one
            })
    void whatIsNoStreamIsRefusedWithASentence(String hex) {
        assertThatThrownBy(() -> new FlvStreamReader()
                        .read(ByteBuffer.wrap(HexFormat.of().parseHex(hex))))
                .isInstanceOf(BitstreamException.class)
                .hasMessageMatching("[a-zA-Z 0-9]{10,}");
    }

    private static List<FlvTag> inPieces(byte[] stream, int size) throws BitstreamException {
        FlvStreamReader reader = new FlvStreamReader();
        List<FlvTag> tags = new ArrayList<>();
        for (int at = 0; at < stream.length; at += size) {
            byte[] piece = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + size));
            tags.addAll(reader.read(ByteBuffer.wrap(piece)));
        }
        return tags;
    }
}
