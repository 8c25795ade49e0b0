package dev.fanlight.agent.source.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.source.pattern.TestStrip.Reading;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestStripTest {

    @ParameterizedTest
    @CsvSource({"1280,720", "640,360", "854,480", "320,180", "1920,1080", "642,362"})
    void whatIsWrittenIsReadAtAnySize(int width, int height) {
        long seed = 20_261_121L + width;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Reading written = new Reading(random.nextInt() & 0xFFFF_FFFFL, random.nextLong() >>> 16);
            byte[] luma = new byte[width * height];
            TestStrip.write(luma, width, height, written);
            assertThat(TestStrip.read(ByteBuffer.wrap(luma), width, width, height))
                    .contains(written);
        }
    }

    @Test
    void aFlippedCellIsRefused() {
        for (int cell = 0; cell < TestStrip.ROWS * TestStrip.COLUMNS; cell++) {
            byte[] luma = new byte[320 * 180];
            TestStrip.write(luma, 320, 180, new Reading(7, 1_700_000_000_123L));
            int x = (2 * (cell % 32) + 1) * 320 / 64;
            int y = (2 * (cell / 32) + 1) * 180 / 48;
            luma[y * 320 + x] = (byte) (255 - (luma[y * 320 + x] & 0xFF));
            assertThat(TestStrip.read(ByteBuffer.wrap(luma), 320, 320, 180))
                    .as("cell %d", cell)
                    .isEmpty();
        }
    }

    @Test
    void aFrameHalfOfTheNextOneIsRefused() {
        byte[] first = new byte[640 * 360];
        byte[] second = new byte[640 * 360];
        TestStrip.write(first, 640, 360, new Reading(100, 1_700_000_000_000L));
        TestStrip.write(second, 640, 360, new Reading(101, 1_700_000_000_066L));
        System.arraycopy(second, 0, first, 0, 640 * 30);
        assertThat(TestStrip.read(ByteBuffer.wrap(first), 640, 640, 360)).isEmpty();
    }

    @Test
    void aFrameWithoutStripHasNoReading() {
        assertThat(TestStrip.read(ByteBuffer.wrap(new byte[320 * 180]), 320, 320, 180))
                .isEmpty();
    }
}
