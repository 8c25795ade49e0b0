package dev.fanlight.relay.gateway.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentPacketsTest {

    private final AtomicLong now = new AtomicLong();
    private final SentPackets sent = new SentPackets(now::get);

    @Test
    void theNewestAreKeptAndSentAgainOnceAWhile() {
        OutgoingPacket packet = new OutgoingPacket(new byte[100], 80);
        sent.add(65_535, packet);
        sent.add(0, packet);
        assertThat(sent.again(65_535)).as("it is on its way").isEmpty();
        now.addAndGet(Duration.ofMillis(20).toNanos());
        assertThat(sent.again(65_535)).contains(packet);
        assertThat(sent.again(65_535)).as("it is on its way again").isEmpty();
        assertThat(sent.again(7)).isEmpty();
        IntStream.range(1, SentPackets.KEPT).forEach(sequence -> sent.add(sequence, packet));
        now.addAndGet(Duration.ofMillis(20).toNanos());
        assertThat(sent.again(65_535)).as("it was displaced").isEmpty();
        assertThat(sent.again(0)).contains(packet);
    }

    @Test
    void whoAsksForEverythingAgainAndAgainGetsALimitedNumber() {
        OutgoingPacket packet = new OutgoingPacket(new byte[100], 80);
        IntStream.range(0, SentPackets.KEPT).forEach(sequence -> sent.add(sequence, packet));
        int times = 0;
        for (int round = 0; round < 50; round++) {
            now.addAndGet(Duration.ofMillis(20).toNanos());
            for (int sequence = 0; sequence < SentPackets.KEPT; sequence++) {
                times += sent.again(sequence).isPresent() ? 1 : 0;
            }
        }
        assertThat(times).isBetween(SentPackets.AGAIN, 2 * SentPackets.AGAIN);
    }
}
