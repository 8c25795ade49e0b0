package dev.fanlight.relay.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayHistogramTest {

    @Test
    void percentilesAreThoseOfTheSortedValuesUpToThreePerCent() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        DelayHistogram histogram = new DelayHistogram();
        long[] values = new long[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) Math.exp(random.nextDouble() * 17);
            histogram.record(values[i]);
        }
        Arrays.sort(values);
        for (double percent : new double[] {1, 50, 90, 99, 99.9, 100}) {
            long exact = values[(int) Math.ceil(values.length * percent / 100) - 1];
            assertThat(histogram.percentile(percent)).isBetween(exact, exact + exact / 30 + 1);
        }
        assertThat(histogram.max()).isEqualTo(values[values.length - 1]);
    }

    @Test
    void whatIsTooLongOrNegativeIsStillCounted() {
        DelayHistogram histogram = new DelayHistogram();
        histogram.record(Long.MAX_VALUE);
        histogram.record(-5);
        assertThat(histogram.total()).isEqualTo(2);
        assertThat(histogram.percentile(50)).isZero();
        assertThat(histogram.percentile(99)).isGreaterThan(60_000_000);
    }

    @Test
    void nothingRecordedIsZero() {
        assertThat(new DelayHistogram().percentile(99)).isZero();
    }

    @Test
    void twoAreAddedLikeOneThatSawBoth() {
        DelayHistogram one = new DelayHistogram();
        DelayHistogram other = new DelayHistogram();
        one.record(10);
        other.record(1_000);
        one.add(other);
        assertThat(one.total()).isEqualTo(2);
        assertThat(one.percentile(50)).isEqualTo(10);
        assertThat(one.percentile(100)).isEqualTo(1_000);
    }
}
