package dev.fanlight.relay.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationHistogramTest {

    private final DurationHistogram histogram = DurationHistogram.ofMillis(100, 1_000);

    @Test
    void durationsFallIntoTheRangeWhoseEndTheyDoNotExceed() {
        histogram.record(100_000);
        histogram.record(100_001);
        histogram.record(1_000_000);
        histogram.record(60_000_000);
        DurationHistogram.Reading reading = histogram.read();
        assertThat(reading.bounds()).containsExactly(0.1, 1.0);
        assertThat(reading.counts()).containsExactly(1L, 2L, 1L);
        assertThat(reading.count()).isEqualTo(4);
        assertThat(reading.sum()).isEqualTo(61.200001);
    }

    @Test
    void lessThanNothingCountsAsNothing() {
        histogram.record(-5);
        assertThat(histogram.read().counts()).containsExactly(1L, 0L, 0L);
        assertThat(histogram.read().sum()).isZero();
    }
}
