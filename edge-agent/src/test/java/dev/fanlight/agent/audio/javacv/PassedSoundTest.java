package dev.fanlight.agent.audio.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.aac.AudioSpecificConfig;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedSoundTest {

    private static final CodecConfig AAC = AacConfig.of(AudioSpecificConfig.of(2, 48_000, 2));
    private static final String HEADER = "FFF14C80013FFC";
    private static final String HEADER_WITH_CHECKSUM = "FFF04C80013FFC0000";

    private static String payload(CodecConfig config, String hex) {
        ByteBuffer packet = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        ByteBuffer payload = PassedSound.payload(config, packet);
        assertThat(packet.position()).as("consumed").isZero();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @ParameterizedTest
    @CsvSource({HEADER + "2110, 2110", HEADER_WITH_CHECKSUM + "2110, 2110", HEADER + "21, 21", "2110056D, 2110056D"})
    void aacLosesItsHeader(String packet, String expected) {
        assertThat(payload(AAC, packet)).isEqualTo(expected);
    }

    @Test
    void aPacketThatEndsWithItsHeaderStaysAsItIs() {
        for (int bytes = 0; bytes <= HEADER_WITH_CHECKSUM.length(); bytes += 2) {
            String cut = HEADER_WITH_CHECKSUM.substring(0, bytes);
            assertThat(payload(AAC, cut)).isEqualTo(cut);
        }
        assertThat(payload(AAC, HEADER)).isEqualTo(HEADER);
    }

    @Test
    void otherSoundThatBeginsLikeAHeaderIsNotCut() {
        String packet = HEADER + "2110";
        assertThat(payload(new OpusConfig(Optional.empty()), packet)).isEqualTo(packet);
    }
}
