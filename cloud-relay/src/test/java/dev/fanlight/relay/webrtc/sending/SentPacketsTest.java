package dev.fanlight.relay.webrtc.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentPacketsTest {

    private final AtomicLong now = new AtomicLong();
    private final SentMemory memory = new SentMemory(100 * 1_024);
    private final SentPackets sent = new SentPackets(now::get, memory);

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
    void playersShareTheRoomAndGiveItBack() {
        OutgoingPacket packet = new OutgoingPacket(new byte[1_024], 1_000);
        IntStream.range(0, 300).forEach(sequence -> sent.add(sequence, packet));
        assertThat(memory.used()).isEqualTo(100 * 1_024);
        SentPackets other = new SentPackets(now::get, memory);
        other.add(0, packet);
        assertThat(memory.used()).as("there is no room yet").isEqualTo(100 * 1_024);
        sent.add(300, packet);
        IntStream.range(1, 300).forEach(sequence -> other.add(sequence, packet));
        assertThat(memory.used()).isEqualTo(100 * 1_024);
        now.addAndGet(Duration.ofMillis(20).toNanos());
        assertThat(sent.again(251)).contains(packet);
        assertThat(sent.again(250)).as("the other has its room").isEmpty();
        assertThat(other.again(250)).contains(packet);
        sent.add(900, packet);
        assertThat(sent.again(300)).as("numbers that do not follow begin anew").isEmpty();
        sent.close();
        other.close();
        assertThat(memory.used()).isZero();
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
