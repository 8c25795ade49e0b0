package dev.fanlight.media.vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.Fixture;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Vp9FrameHeaderTest {

    private static final String KEY = "0" + "0" + "10";
    private static final String SYNC = "01001001" + "10000011" + "01000010";
    private static final String FULL_HD = "0000011101111111" + "0000010000110111";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10" + "00" + KEY + SYNC + "001" + "0", // profile 0
                "10" + "10" + KEY + SYNC + "001" + "0000", // 1, with its subsampling
                "10" + "10" + KEY + SYNC + "111" + "0", // 1, RGB
                "10" + "01" + KEY + SYNC + "0" + "001" + "0", // 2, with its depth
                "10" + "110" + KEY + SYNC + "0" + "111" + "0" // 3, RGB
            })
    void aKeyFrameOfEachProfileHasItsSize(String head) throws BitstreamException {
        Vp9FrameHeader read = Vp9FrameHeader.read(Fixture.bits(head + FULL_HD)).orElseThrow();
        assertThat(List.of(read.width(), read.height(), read.level())).containsExactly(1920, 1080, 40);
    }

    @ParameterizedTest
    @CsvSource({
        "10 00 KEY SYNC 001 0, 0, 8",
        "10 10 KEY SYNC 001 0000, 1, 8",
        "10 01 KEY SYNC 0 001 0, 2, 10",
        "10 110 KEY SYNC 1 111 0, 3, 12"
    })
    void aKeyFrameSaysItsProfileAndDepth(String head, int profile, int bits) throws BitstreamException {
        String text = head.replace("KEY", KEY).replace("SYNC", SYNC).replace(" ", "");
        assertThat(Vp9FrameHeader.read(Fixture.bits(text + FULL_HD)))
                .contains(new Vp9FrameHeader(profile, bits, 1920, 1080));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // no frame
                "10" + "00" + "1" + "000", // a frame that is shown again
                "10" + "00" + "0" + "1" + "10", // one that refers to others
                "01" + "00" + KEY + SYNC, // another marker
                "10" + "00" + KEY + "000000000000000000000000" // and another sync code
            })
    void otherFramesHaveNoSize(String head) throws BitstreamException {
        assertThat(Vp9FrameHeader.read(Fixture.bits(head))).isEmpty();
    }

    @Test
    void aKeyFrameThatIsCutOffOrTooLargeIsRefused() {
        String head = "10" + "00" + KEY + SYNC + "001" + "0";
        assertThatThrownBy(() -> Vp9FrameHeader.read(Fixture.bits(head + "00000111")))
                .isInstanceOf(BitstreamException.class);
        assertThatThrownBy(() -> Vp9FrameHeader.read(Fixture.bits(head + "0100000000000000" + "0000000000000000")))
                .isInstanceOf(BitstreamException.class)
                .hasMessage("a frame has 1 to 16384 pixels a side");
    }
}
