package dev.fanlight.agent.audio.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.audio.AudioEncoder;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.opus.OpusHead;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpusEncoderTest {

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private static short[] tone(int channels) {
        short[] samples = new short[AudioEncoder.PACKET_SAMPLES * channels];
        for (int i = 0; i < samples.length; i++) {
            int sample = i / channels;
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * 440 * sample / AudioEncoder.SAMPLE_RATE));
        }
        return samples;
    }

    @Test
    void eachInputIsAPacketThatBeginsTwoAndAHalfMsEarlierBecauseOfThePadding() throws Exception {
        try (OpusEncoder encoder = OpusEncoder.open(1, 32_000)) {
            for (int i = 0; i < 50; i++) {
                AccessUnit unit = encoder.encode(tone(1), 1_000_000 + i * 20_000L);
                assertThat(unit.captureMicros()).isEqualTo(997_500 + i * 20_000L);
                assertThat(unit.key()).isTrue();
                assertThat(unit.size()).isPositive();
            }
        }
    }

    @Test
    void theHeaderSaysChannelsAndPadding() throws Exception {
        try (OpusEncoder encoder = OpusEncoder.open(2, 64_000)) {
            OpusHead head = encoder.config().head().orElseThrow();
            assertThat(head.channels()).isEqualTo(2);
            assertThat(head.preSkip()).isEqualTo(120);
            assertThat(encoder.config().codec()).isEqualTo("opus");
        }
    }

    @Test
    void theBitRateIsThatOfTheSettings() throws Exception {
        try (OpusEncoder encoder = OpusEncoder.open(1, 32_000)) {
            int bytes = 0;
            for (int i = 0; i < 250; i++) {
                bytes += encoder.encode(tone(1), i * 20_000L).size();
            }
            assertThat(bytes * 8 / 5).isBetween(16_000, 40_000);
        }
    }
}
