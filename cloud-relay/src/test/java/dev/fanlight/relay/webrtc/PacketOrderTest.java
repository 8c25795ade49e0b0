package dev.fanlight.relay.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.srtp.ReceivedPacket;
import dev.fanlight.relay.webrtc.PacketOrder.Step;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketOrderTest {

    private static final long LATER =
            Duration.ofMillis(PacketOrder.PATIENCE_MILLIS + 1L).toNanos();

    private final PacketOrder order = new PacketOrder();

    @Test
    void packetsThatComeInAnotherOrderAreSorted() {
        assertThat(indices(order.add(packet(5), 0))).containsExactly(5L);
        assertThat(order.add(packet(7), 0)).isEmpty();
        assertThat(indices(order.add(packet(6), 0))).containsExactly(6L, 7L);
        assertThat(order.add(packet(6), 0)).as("it came before").isEmpty();
    }

    @Test
    void whatIsMissingIsAskedForAgainAndIsNotWaitedForForEver() {
        order.add(packet(5), 0);
        order.add(packet(9), 0);
        assertThat(order.missing(0)).containsExactly(6L, 7L, 8L);
        assertThat(order.missing(1)).isEmpty();
        assertThat(order.missing(Duration.ofMillis(61).toNanos())).containsExactly(6L, 7L, 8L);
        assertThat(order.ready(LATER)).hasSize(2).first().isInstanceOf(Step.Loss.class);
        assertThat(order.lost()).isEqualTo(3);
        assertThat(order.missing(LATER)).isEmpty();
    }

    @Test
    void whatWaitsIsLimited() {
        order.add(packet(0), 0);
        for (int i = 2; i < 2 + PacketOrder.MAX_WAITING; i++) {
            assertThat(order.add(packet(i), 0)).isEmpty();
            assertThat(order.missing(0)).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(order.add(packet(5_000_000_000L), 0)).first().isInstanceOf(Step.Loss.class);
        assertThat(order.missing(0)).hasSizeLessThanOrEqualTo(128);
    }

    private static List<Long> indices(List<Step> steps) {
        return steps.stream().map(step -> ((Step.Packet) step).packet().index()).toList();
    }

    private static ReceivedPacket packet(long index) {
        return new ReceivedPacket(1, index, 0, 96, false, ByteBuffer.allocate(0));
    }
}
