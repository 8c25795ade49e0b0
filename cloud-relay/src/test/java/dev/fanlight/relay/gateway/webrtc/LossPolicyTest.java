package dev.fanlight.relay.gateway.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossPolicyTest {

    private final LossPolicy policy = new LossPolicy();

    @Test
    void aSingleReportOfALossSaysLittle() {
        for (int packet = 0; packet < 10_000; packet += 20) {
            // Sent when one of two packets is missing, then one without a loss.
            assertThat(policy.reported(128, packet + 2)).isFalse();
            assertThat(policy.reported(0, packet + 20)).isFalse();
        }
    }

    @Test
    void aQuarterOfManyPacketsIsHeavy() {
        assertThat(policy.reported(255, 1_000))
                .as("the first report has no beginning")
                .isFalse();
        assertThat(policy.reported(70, 1_150)).isFalse();
        assertThat(policy.reported(70, 1_250)).isTrue();
        assertThat(policy.reported(70, 1_350)).as("it is counted anew").isFalse();
        assertThat(policy.reported(0, Integer.MIN_VALUE))
                .as("numbers that make no sense")
                .isFalse();
    }
}
