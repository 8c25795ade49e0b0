package dev.fanlight.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrameRateLimitTest {

    private static long accepted(double sourceFps, int limitFps) {
        FrameRateLimit limit = new FrameRateLimit(limitFps);
        return LongStream.range(0, (long) (sourceFps * 10))
                .filter(i -> limit.accepts(Math.round(i * 1_000_000 / sourceFps)))
                .count();
    }

    @Test
    void twiceTheRateIsHalved() {
        assertThat(accepted(30, 15)).isEqualTo(150);
    }

    @Test
    void anOddRateComesOutEvenOnAverage() {
        assertThat(accepted(29.8, 15)).isBetween(148L, 151L);
        assertThat(accepted(25, 15)).isBetween(148L, 151L);
    }

    @Test
    void aSlowerSourceLosesNothing() {
        assertThat(accepted(12.5, 15)).isEqualTo(125);
        assertThat(accepted(15, 15)).isEqualTo(150);
    }

    @Test
    void aPauseIsNotCaughtUpWithABurst() {
        FrameRateLimit limit = new FrameRateLimit(10);
        assertThat(limit.accepts(0)).isTrue();
        assertThat(limit.accepts(5_000_000)).isTrue();
        assertThat(limit.accepts(5_030_000)).isFalse();
        assertThat(limit.accepts(5_100_000)).isTrue();
    }
}
