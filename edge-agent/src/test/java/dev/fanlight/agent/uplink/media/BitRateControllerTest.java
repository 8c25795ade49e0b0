package dev.fanlight.agent.uplink.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BitRateControllerTest {

    private static final long STEP = Duration.ofMillis(250).toNanos();
    private static final long LATE = BitRateController.LATE_NANOS + 1;

    private long now = 5_000_000_000L;
    private final BitRateController controller = new BitRateController(1_200_000, now);

    private void observe(Duration duration, long delayNanos) {
        for (long end = now + duration.toNanos(); now < end; now += STEP) {
            controller.observe(now, delayNanos, false);
        }
    }

    @Test
    void lateFramesLowerTheRateOnceASecond() {
        observe(Duration.ofSeconds(1), LATE);
        assertThat(controller.rate()).isEqualTo(900_000);
        observe(Duration.ofSeconds(1), LATE);
        assertThat(controller.rate()).isEqualTo(675_000);
    }

    @Test
    void itNeverFallsBelowAnEighth() {
        observe(Duration.ofMinutes(2), LATE);
        assertThat(controller.rate()).isEqualTo(150_000);
    }

    @Test
    void droppedFramesCountAsLate() {
        controller.observe(now, 0, true);
        assertThat(controller.rate()).isEqualTo(900_000);
    }

    @Test
    void recoveryBeginsAfterFiveGoodSecondsAndIsSlow() {
        observe(Duration.ofSeconds(1), LATE);
        observe(Duration.ofSeconds(4), 0);
        assertThat(controller.rate()).isEqualTo(900_000);
        observe(Duration.ofSeconds(2), 0);
        assertThat(controller.rate()).isEqualTo(975_000);
        observe(Duration.ofSeconds(60), 0);
        assertThat(controller.rate()).isEqualTo(1_200_000);
    }

    @Test
    void betweenFreshAndLateNothingMoves() {
        observe(Duration.ofSeconds(1), LATE);
        observe(Duration.ofSeconds(60), (BitRateController.FRESH_NANOS + BitRateController.LATE_NANOS) / 2);
        assertThat(controller.rate()).isEqualTo(900_000);
    }

    @Test
    void aSmallConfiguredRateStaysWhereItIs() {
        BitRateController small = new BitRateController(64_000, now);
        small.observe(now, LATE, true);
        assertThat(small.rate()).isEqualTo(64_000);
    }
}
