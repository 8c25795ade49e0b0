package dev.fanlight.media.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameter sets that x264 and two cameras wrote; what FFmpeg reads out of them is beside each. */
class H264SpsTest {

    @ParameterizedTest
    @CsvSource({
        "6742c01ed900a02ff930110000030001000003003c0f162e48, avc1.42C01E, 640, 362, 0",
        "674d401eeca05017fc980880000003008000001e078b16cb, avc1.4D401E, 640, 362, 2",
        "6764001eacd940a02ff930110000030001000003003c0f162d96, avc1.64001E, 640, 362, 2",
        "6742c028da01e0089f970110000003001000000303c8f1832a, avc1.42C028, 1920, 1080, 0",
        "6764001eacd940b424dff8008000788000000300800000190f8a14cb, avc1.64001E, 720, 576, 2",
        "674d401f965281806f4d418181900000030010000003014840, avc1.4D401F, 768, 432, -1",
        "6742801696540601bd3506060640000003004000000661, avc1.428016, 768, 432, -1"
    })
    void sizeProfileAndReorderingAreRead(String hex, String codec, int width, int height, int reorder)
            throws BitstreamException {
        H264Sps sps = H264Sps.parse(bytes(hex));
        assertThat(sps.codec()).isEqualTo(codec);
        assertThat(sps.width()).isEqualTo(width);
        assertThat(sps.height()).isEqualTo(height);
        assertThat(sps.maxReorderFrames()).isEqualTo(reorder < 0 ? OptionalInt.empty() : OptionalInt.of(reorder));
    }

    @ParameterizedTest
    @CsvSource({
        "6742c01ed900a02ff930110000030001000003003c0f162e48, true",
        "6764001eacd940a02ff930110000030001000003003c0f162d96, false",
        "674d401f965281806f4d418181900000030010000003014840, false",
        "6742801696540601bd3506060640000003004000000661, true"
    })
    void reorderingIsPromisedAwayOnlyByBaselineOrTheVui(String hex, boolean promised) throws BitstreamException {
        assertThat(H264Sps.parse(bytes(hex)).promisesNoReordering()).isEqualTo(promised);
    }

    @Test
    void everyCutIsEitherRefusedOrReadToTheSameSize() throws BitstreamException {
        ByteBuffer whole = bytes("6764001eacd940a02ff930110000030001000003003c0f162d96");
        for (int length = 0; length < whole.limit(); length++) {
            ByteBuffer cut = whole.slice(0, length);
            try {
                assertThat(H264Sps.parse(cut).width()).isEqualTo(640);
            } catch (BitstreamException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void anotherNalUnitIsRefused() {
        assertThatThrownBy(() -> H264Sps.parse(bytes("68cb83cb20"))).isInstanceOf(BitstreamException.class);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
