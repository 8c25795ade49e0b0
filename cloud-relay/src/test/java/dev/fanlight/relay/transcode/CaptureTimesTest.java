package dev.fanlight.relay.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CaptureTimesTest {

    private final CaptureTimes times = new CaptureTimes();

    @Test
    void aFrameKeepsItsTimeToTheMicrosecond() {
        long first = times.add(5_000_123);
        long second = times.add(5_040_456);
        assertThat(second - first).isEqualTo(40);
        assertThat(times.take(first)).isEqualTo(OptionalLong.of(5_000_123));
        assertThat(times.take(second)).isEqualTo(OptionalLong.of(5_040_456));
        assertThat(times.size()).isZero();
    }

    @Test
    void framesOfTheSameMillisecondAreDistinguished() {
        long first = times.add(7_000_100);
        long second = times.add(7_000_200);
        assertThat(second).isEqualTo(first + 1);
        assertThat(times.take(second)).isEqualTo(OptionalLong.of(7_000_200));
    }

    @Test
    void aFrameThatIsShownBeforeTheFirstIsNotNegative() {
        times.add(9_000_000);
        assertThat(times.add(8_960_000)).isEqualTo(960);
    }

    @Test
    void whatTheEncoderHasSkippedIsForgotten() {
        times.add(1_000_000);
        times.add(1_040_000);
        long third = times.add(1_080_000);
        assertThat(times.take(third)).isPresent();
        assertThat(times.size()).isZero();
        assertThat(times.take(third)).isEmpty();
    }

    @Test
    void itHoldsNoMoreThanItsLimit() {
        for (int i = 0; i < 10 * CaptureTimes.MOST; i++) {
            times.add(i * 40_000L);
        }
        assertThat(times.size()).isEqualTo(CaptureTimes.MOST);
    }
}
