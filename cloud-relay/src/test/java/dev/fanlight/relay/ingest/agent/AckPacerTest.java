package dev.fanlight.relay.ingest.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Ack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AckPacerTest {

    @Test
    void tenASecondAtMostAndTheNewestOfEachTrackInTurn() {
        AckPacer pacer = new AckPacer(0);
        List<Ack> acks = new ArrayList<>();
        for (long milli = 0; milli < 1_000; milli++) {
            pacer.arrived(0, milli);
            pacer.arrived(1, milli + 10_000);
            pacer.next(milli * 1_000_000).ifPresent(acks::add);
        }
        assertThat(acks).hasSize(10);
        assertThat(acks.get(0)).isEqualTo(new Ack(0, 0));
        assertThat(acks.get(1)).isEqualTo(new Ack(1, 10_100));
        assertThat(acks.get(2)).isEqualTo(new Ack(0, 200));
    }

    @Test
    void nothingIsAcknowledgedTwice() {
        AckPacer pacer = new AckPacer(0);
        pacer.arrived(0, 5);
        assertThat(pacer.next(0)).contains(new Ack(0, 5));
        assertThat(pacer.next(1_000_000_000)).isEmpty();
    }
}
