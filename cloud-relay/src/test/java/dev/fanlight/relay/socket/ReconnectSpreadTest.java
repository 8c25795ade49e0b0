package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReconnectSpreadTest {

    @Test
    void fewPeersNeedNoSpread() {
        assertThat(ReconnectSpread.of(1)).isZero();
        assertThat(ReconnectSpread.of(160)).isZero();
    }

    @Test
    void aThousandPeersAreSpreadOverSixSeconds() {
        assertThat(ReconnectSpread.of(1_000)).isEqualTo(Duration.ofMillis(6_250));
    }

    @Test
    void noPeerIsKeptWaitingForMoreThanAMinute() {
        assertThat(ReconnectSpread.of(1_000_000)).isEqualTo(Duration.ofMinutes(1));
    }
}
