package dev.fanlight.agent.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DevicePaceTest {

    private static final int RATE = 48_000;

    @Test
    void aCardThatIsFastBy500PpmIsNeverHeldBack() {
        DevicePace pace = new DevicePace(0);
        for (long i = 1; i < 1_000_000; i++) {
            assertThat(pace.delivered(480, RATE, Math.round(i * 10_000 / 1.0005)))
                    .isZero();
        }
    }

    @Test
    void whatACardHasKeptForAReaderThatCameLateIsTakenAtOnce() {
        DevicePace pace = new DevicePace(0);
        pace.delivered(480, RATE, 10_000);
        for (int i = 0; i < 50; i++) {
            assertThat(pace.delivered(480, RATE, 510_000)).isZero();
        }
    }

    @Test
    void aDeviceThatDeliversAtOnceIsSlowedToRealTime() {
        DevicePace pace = new DevicePace(0);
        long now = 0;
        for (int i = 0; i < 6000; i++) {
            now += pace.delivered(480, RATE, now);
        }
        assertThat(now).isBetween(59_800_000L, 60_000_000L);
    }
}
