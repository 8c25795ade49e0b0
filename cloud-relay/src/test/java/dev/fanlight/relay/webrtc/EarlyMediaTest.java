package dev.fanlight.relay.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyMediaTest {

    private final EarlyMedia early = new EarlyMedia();

    @Test
    void theFirstOnesAreKeptInTheirOrderAndNoMoreThanTheLimit() {
        for (int i = 0; i < EarlyMedia.MAX_DATAGRAMS + 10; i++) {
            early.add(new byte[] {(byte) i});
        }
        List<Integer> kept = new ArrayList<>();
        early.forEach(datagram -> kept.add((int) datagram[0]));
        assertThat(kept).hasSize(EarlyMedia.MAX_DATAGRAMS).startsWith(0, 1, 2).isSorted();
    }
}
