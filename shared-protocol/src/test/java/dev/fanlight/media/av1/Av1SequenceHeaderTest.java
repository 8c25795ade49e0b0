package dev.fanlight.media.av1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.Fixture;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Av1SequenceHeaderTest {

    private static final String UNSIZED = "00001000";
    private static final String REDUCED = "000" + "1" + "1" + "01000";
    private static final String FULL_HD = "1010" + "1010" + "11101111111" + "10000110111";

    @Test
    void aHeaderWithItsTimingAndTwoOperatingPointsHasItsSize() throws BitstreamException {
        String decoderModel = "1" + "01001" + "0".repeat(32) + "00000" + "00000";
        String timing = "1" + "0".repeat(64) + "1" + "010" + decoderModel;
        String withTierModelAndDelay = "0".repeat(12) + "01000" + "1" + "1" + "0".repeat(21) + "1" + "0000";
        String withNone = "0".repeat(12) + "00100" + "0" + "0";
        String points = "1" + "00001" + withTierModelAndDelay + withNone;
        ByteBuffer unit = Fixture.bits(UNSIZED + "000" + "0" + "0" + timing + points + FULL_HD);
        assertThat(Av1SequenceHeader.find(unit)).contains(new Av1SequenceHeader(1920, 1080));
        assertThat(unit.position()).isZero();
    }

    @Test
    void itIsFoundBehindOtherUnits() throws BitstreamException {
        String delimiter = "00010010" + "00000000";
        String extended = "00001100" + "00000000";
        assertThat(Av1SequenceHeader.find(Fixture.bits(delimiter + extended + REDUCED + FULL_HD)))
                .contains(new Av1SequenceHeader(1920, 1080));
    }

    @Test
    void unitsWithoutOneHaveNoSize() throws BitstreamException {
        assertThat(Av1SequenceHeader.find(bytes("1200320100"))).isEmpty();
        assertThat(Av1SequenceHeader.find(ByteBuffer.allocate(0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0a", // without its size
                "0c", // without its extension
                "0a0500", // shorter than its size
                "0a8080808080808080", // a size that does not end
                "0affffffffffffff7f", // and one that is too large
                "0a0118" // a header that is cut off
            })
    void unitsThatAreCutOffAreRefused(String hex) {
        assertThatThrownBy(() -> Av1SequenceHeader.find(bytes(hex))).isInstanceOf(BitstreamException.class);
    }

    @Test
    void aFrameThatIsTooLargeIsRefused() {
        String wide = "1110" + "0000" + "100000000000000" + "0";
        assertThatThrownBy(() -> Av1SequenceHeader.find(Fixture.bits(UNSIZED + REDUCED + wide)))
                .isInstanceOf(BitstreamException.class)
                .hasMessage("a frame has 1 to 16384 pixels a side");
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
