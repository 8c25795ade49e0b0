package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopPressureTest {

    private static final long PASS = 33_333_333;

    private long now;
    private long threadNanos;
    private final LoopPressure pressure = new LoopPressure(() -> threadNanos, 0);

    @Test
    void calmLoopMergesNothing() {
        work(0.5, Duration.ofSeconds(10));
        assertThat(pressure.level()).isEqualTo(1);
    }

    @Test
    void levelOfABusyLoopRisesOneAtATimeAsFarAsItHelps() {
        work(0.65, Duration.ofMillis(300));
        assertThat(pressure.level()).isEqualTo(2);
        work(0.65, Duration.ofSeconds(10));
        assertThat(pressure.level()).isEqualTo(2);
        work(0.95, Duration.ofSeconds(3));
        assertThat(pressure.level()).isEqualTo(LoopPressure.HIGHEST);
    }

    @Test
    void levelOfACalmLoopFallsAgain() {
        work(0.95, Duration.ofSeconds(3));
        work(0.1, Duration.ofMillis(500));
        assertThat(pressure.level()).isEqualTo(LoopPressure.HIGHEST);
        work(0.1, Duration.ofSeconds(10));
        assertThat(pressure.level()).isEqualTo(1);
    }

    @Test
    void framesThatWaitForOtherProcessesAreNoPressure() {
        for (int i = 0; i < 300; i++) {
            pressure.worked(now, now + PASS / 10, LoopPressure.LATE.toNanos() * 3);
            now += PASS;
        }
        assertThat(pressure.level()).isEqualTo(1);
    }

    @Test
    void whateverElseKeepsTheLoopBusyIsPressureToo() {
        other(0.4, 0.4, Duration.ofSeconds(2));
        assertThat(pressure.level()).isEqualTo(2);
        other(0.2, 0.4, Duration.ofSeconds(10));
        assertThat(pressure.level()).isEqualTo(2);
        other(0.2, 0.1, Duration.ofSeconds(10));
        assertThat(pressure.level()).isEqualTo(1);
    }

    private void other(double handingOut, double rest, Duration time) {
        for (long end = now + time.toNanos(); now < end; now += PASS) {
            threadNanos += (long) (PASS * (handingOut + rest));
            pressure.worked(now, now + (long) (PASS * handingOut), 0);
        }
    }

    private void work(double share, Duration time) {
        for (long end = now + time.toNanos(); now < end; now += PASS) {
            pressure.worked(now, now + (long) (PASS * share), 0);
        }
    }
}
