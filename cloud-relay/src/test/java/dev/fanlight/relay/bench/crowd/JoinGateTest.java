package dev.fanlight.relay.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JoinGateTest {

    private final JoinGate gate = new JoinGate();

    @Test
    void firstOneKnocksAlone() throws InterruptedException {
        assertThat(gate.enter(0)).isTrue();
        assertThat(gate.enter(0)).isFalse();
    }

    @Test
    void boundedNumberJoinsAtATimeOnceTheFirstHasJoined() throws InterruptedException {
        gate.enter(0);
        gate.joined();
        int pending = 0;
        while (gate.enter(0)) {
            pending++;
        }
        assertThat(pending).isEqualTo(100);
        assertThat(gate.count()).isEqualTo(1);
    }

    @Test
    void noneIsAdmittedOnceOneWasRefused() throws InterruptedException {
        gate.enter(0);
        gate.refused(JoinRefusal.closed(4401));
        assertThat(gate.enter(0)).isFalse();
        assertThat(gate.refusal()).isPresent();
        assertThat(gate.awaitAll(0)).isTrue();
    }
}
