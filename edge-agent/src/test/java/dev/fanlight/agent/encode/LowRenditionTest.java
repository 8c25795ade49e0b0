package dev.fanlight.agent.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.LowSettings;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import org.junit.jupiter.api.Test;

class LowRenditionTest {

    private final LowRendition low = new LowRendition(new LowSettings(true, 320, 15, 150_000));

    private static FrameFormat frames(int width, int height, double fps) {
        return new FrameFormat(new FrameSize(width, height), fps, 7);
    }

    @Test
    void itHasTheShapeOfTheFramesAndEvenSides() {
        assertThat(low.of(frames(1280, 720, 30))).contains(frames(320, 180, 15));
        assertThat(low.of(frames(768, 432, 15))).contains(frames(320, 180, 15));
        assertThat(low.of(frames(640, 480, 15))).contains(frames(320, 240, 15));
        assertThat(low.of(frames(720, 1280, 15))).contains(frames(320, 568, 15));
        assertThat(low.of(frames(1366, 768, 15))).contains(frames(320, 180, 15));
    }

    @Test
    void itNeverHasMoreFramesThanThereAre() {
        assertThat(low.of(frames(1280, 720, 10))).contains(frames(320, 180, 10));
    }

    @Test
    void framesThatAreSmallThemselvesHaveNone() {
        assertThat(low.of(frames(320, 180, 15))).isEmpty();
        assertThat(low.of(frames(160, 90, 15))).isEmpty();
        assertThat(low.of(frames(452, 254, 15))).isEmpty();
        assertThat(low.of(frames(454, 256, 15))).contains(frames(320, 180, 15));
    }

    @Test
    void switchedOffThereIsNone() {
        assertThat(new LowRendition(new LowSettings(false, 320, 15, 150_000)).of(frames(1280, 720, 30)))
                .isEmpty();
    }
}
