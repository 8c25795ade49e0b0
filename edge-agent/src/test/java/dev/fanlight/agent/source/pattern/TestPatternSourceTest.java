package dev.fanlight.agent.source.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.ManualTime;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestPatternSourceTest {

    private final ManualTime time = new ManualTime();
    private final CollectedOutput output = new CollectedOutput();

    private TestPatternSource source(int fps) throws Exception {
        return new TestPatternSource(
                new FrameLimits(640, 360, fps), Optional.empty(), new FramePool(3), new Pacer(time.mediaClock(), time), 4);
    }

    private static TestStrip.Reading read(RawFrame frame) {
        return TestStrip.read(ByteBuffer.wrap(frame.data()), 640, 640, 360).orElseThrow();
    }

    @Test
    void framesComeAtTheRateAndTheStripHasNumberAndTime() throws Exception {
        try (TestPatternSource source = source(20)) {
            for (int i = 0; i < 10; i++) {
                source.next(output);
            }
        }
        for (int i = 0; i < 10; i++) {
            RawFrame frame = output.frames.get(i);
            assertThat(read(frame)).isEqualTo(new TestStrip.Reading(i, frame.captureMicros() / 1000));
            assertThat(frame.captureMicros() - output.frames.get(0).captureMicros())
                    .isEqualTo(i * 50_000L);
            assertThat(frame.format().opening()).isEqualTo(4);
        }
    }

    @Test
    void afterAStallTheNumbersShowTheGapAndTheRateGoesOn() throws Exception {
        try (TestPatternSource source = source(10)) {
            source.next(output);
            time.advance(Duration.ofSeconds(2));
            source.next(output);
            source.next(output);
        }
        assertThat(read(output.frames.get(2)).number()).isEqualTo(20);
    }

    @Test
    void twoFramesDifferBeyondTheStrip() throws Exception {
        try (TestPatternSource source = source(10)) {
            source.next(output);
            source.next(output);
        }
        int below = 640 * 60;
        assertThat(java.util.Arrays.mismatch(
                        output.frames.get(0).data(),
                        below,
                        640 * 360,
                        output.frames.get(1).data(),
                        below,
                        640 * 360))
                .isNotNegative();
    }
}
