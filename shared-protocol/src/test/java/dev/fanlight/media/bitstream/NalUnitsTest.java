package dev.fanlight.media.bitstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.h264.H264NalType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NalUnitsTest {

    @Test
    void startCodesOfThreeAndFourBytesSplitAlike() throws BitstreamException {
        assertThat(NalUnits.splitAnnexB(hex("00000001 6701 000001 68aa00 00000001 6588")))
                .extracting(NalUnitsTest::text)
                .containsExactly("6701", "68aa", "6588");
    }

    @Test
    void bytesBeforeTheFirstStartCodeAndEmptyUnitsAreIgnored() throws BitstreamException {
        assertThat(NalUnits.splitAnnexB(hex("ffff 000001 000001 41ff")))
                .extracting(NalUnitsTest::text)
                .containsExactly("41ff");
        assertThat(NalUnits.splitAnnexB(hex("ff"))).isEmpty();
        assertThat(NalUnits.splitAnnexB(ByteBuffer.allocate(0))).isEmpty();
    }

    @Test
    void lengthPrefixedUnitsComeBackAsTheyWere() throws BitstreamException {
        List<ByteBuffer> units = NalUnits.splitAnnexB(hex("000001 6701 000001 6588776655"));
        ByteBuffer joined = ByteBuffer.allocate(NalUnits.prefixedSize(units));
        NalUnits.writeLengthPrefixed(units, joined);
        assertThat(text(joined.flip())).isEqualTo("0000000267010000000565" + "88776655");
        assertThat(NalUnits.splitLengthPrefixed(joined)).isEqualTo(units);
    }

    @Test
    void lengthsAreBigEndianWhateverTheOrderOfTheBuffer() throws BitstreamException {
        ByteBuffer nativeMemory = hex("00000002 6588").order(ByteOrder.LITTLE_ENDIAN);
        assertThat(NalUnits.splitLengthPrefixed(nativeMemory))
                .extracting(NalUnitsTest::text)
                .containsExactly("6588");
    }

    @Test
    void lengthThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> NalUnits.splitLengthPrefixed(hex("00000005 65")))
                .isInstanceOf(BitstreamException.class);
        assertThatThrownBy(() -> NalUnits.splitLengthPrefixed(hex("ffffffff 65")))
                .isInstanceOf(BitstreamException.class);
        assertThatThrownBy(() -> NalUnits.splitLengthPrefixed(hex("0000"))).isInstanceOf(BitstreamException.class);
    }

    @Test
    void typeAndReferenceAreReadFromTheFirstByte() {
        assertThat(H264NalType.of(hex("65"))).isEqualTo(H264NalType.IDR);
        assertThat(H264NalType.isDisposable(hex("01"))).isTrue();
        assertThat(H264NalType.isDisposable(hex("41"))).isFalse();
        assertThat(H264NalType.isDisposable(hex(""))).isFalse();
    }

    private static ByteBuffer hex(String text) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(text.replace(" ", "")));
    }

    private static String text(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
