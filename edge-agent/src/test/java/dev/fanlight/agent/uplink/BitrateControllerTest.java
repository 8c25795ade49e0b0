package dev.fanlight.agent.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BitrateControllerTest {

    private static final long STEP = Duration.ofMillis(250).toNanos();
    private static final long LATE = BitrateController.LATE_NANOS + 1;

    private long now = 5_000_000_000L;
    private final BitrateController controller = new BitrateController(1_200_000, now);

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
        observe(Duration.ofSeconds(60), (BitrateController.FRESH_NANOS + BitrateController.LATE_NANOS) / 2);
        assertThat(controller.rate()).isEqualTo(900_000);
    }

    @Test
    void aSmallConfiguredRateStaysWhereItIs() {
        BitrateController small = new BitrateController(64_000, now);
        small.observe(now, LATE, true);
        assertThat(small.rate()).isEqualTo(64_000);
    }
}
