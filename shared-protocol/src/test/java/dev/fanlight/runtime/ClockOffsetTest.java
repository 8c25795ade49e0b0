package dev.fanlight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.runtime.ClockOffset.Sample;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {

    private final ClockOffset offset = new ClockOffset();

    @Test
    void evenWayGivesTheExactOffset() {
        offset.add(1_000, 501_100, 501_150, 1_250);
        assertThat(offset.best()).hasValue(new Sample(500_000, 200));
    }

    @Test
    void sampleWithTheLeastRoundTripCounts() {
        offset.add(0, 600_000, 600_000, 900_000);
        offset.add(0, 100_010, 100_010, 20);
        offset.add(0, 300_000, 300_000, 500_000);
        assertThat(offset.best()).hasValue(new Sample(100_000, 20));
    }

    @Test
    void goodSampleIsForgottenWhenItIsOld() {
        offset.add(0, 10, 10, 20);
        for (int i = 0; i < ClockOffset.WINDOW; i++) {
            offset.add(0, 5_100, 5_100, 200);
        }
        assertThat(offset.best()).hasValue(new Sample(5_000, 200));
    }

    @Test
    void impossibleAnswerIsDiscarded() {
        offset.add(100, 0, 500, 200);
        assertThat(offset.best()).isEmpty();
    }
}
