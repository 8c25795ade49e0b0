package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.NoControl;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.SevereLog;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.agent.uplink.connection.UplinkClocks;
import dev.fanlight.agent.uplink.connection.UplinkListener;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.agent.uplink.media.SendPlan;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay that says 10,000 wrong things, twenty on each socket; the first of them ends it, the others still arrive. */
@Soak
class HostileRelayScenarioTest {

    private static final int SOCKETS = TestScale.of(100, 500);
    private static final int MESSAGES_EACH = 20;
    private static final Set<Integer> REASONS = Set.of(
            CloseReason.PROTOCOL_ERROR.code(),
            CloseReason.UNSUPPORTED.code(),
            CloseReason.BAD_TEXT.code(),
            CloseReason.TOO_BIG.code());

    private static final TestAuthority authority = TestAuthority.shared();

    private final AtomicInteger attacked = new AtomicInteger();
    private final SevereLog severe = new SevereLog();
    private final FakeRelay relay = new FakeRelay(authority, this::attack);
    private final Random random = new Random(seed());

    @AfterEach
    void closeRelay() {
        relay.close();
        severe.close();
        assertThat(severe.complaints).isEmpty();
    }

    private static long seed() {
        long seed = 202_611_210_533L;
        System.out.println("seed " + seed);
        return seed;
    }

    private void attack(RelayPeer peer) {
        if (attacked.get() >= SOCKETS) {
            FakeRelay.accepting(1).accept(peer);
            return;
        }
        if (random.nextBoolean()) {
            peer.challenge();
        }
        for (int i = 0; i < MESSAGES_EACH; i++) {
            malformed().forEach(peer::sendFrame);
        }
        attacked.incrementAndGet();
    }

    /** A message that cannot be taken: cut off, of a wrong kind or type, not UTF-8, too big, or plain noise. */
    private List<WebSocketFrame> malformed() {
        String good = MessageEncoder.encode(
                random.nextBoolean() ? new Challenge("r", RelayPeer.nonce(), 5) : new Accepted("front"));
        return switch (random.nextInt(7)) {
            case 0 -> text(good.substring(0, random.nextInt(good.length())));
            case 1 -> List.of(WebSocketFrame.binaryFrame(Buffer.buffer(bytes(random.nextInt(4096))), true));
            case 2 -> raw("{\"type\":\"\u00e4\u00f6\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));
            case 3 -> text("{\"type\":\"ack\",\"track\":\"" + random.nextInt() + "\"}");
            case 4 -> text("[".repeat(1 + random.nextInt(5000)));
            case 5 -> text("{\"type\":\"accepted\",\"camera\":\"" + "z".repeat(9000) + "\"}");
            default -> raw(bytes(1 + random.nextInt(512)));
        };
    }

    private static List<WebSocketFrame> text(String text) {
        return List.of(WebSocketFrame.textFrame(text, true));
    }

    private static List<WebSocketFrame> raw(byte[] bytes) {
        return List.of(
                WebSocketFrame.textFrame("", false), WebSocketFrame.continuationFrame(Buffer.buffer(bytes), true));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void everyOneEndsItsSocketWithAReasonAndTheAgentStreamsOn() {
        DeviceIdentity identity = new DeviceIdentity(
                relay.uri(), authority.pin(), "device-1", "front", DeviceKey.generate(new SecureRandom()));
        // No waiting between tries, or the test takes days: the policy itself is tested beside it.
        RandomGenerator impatient = new Random(3) {
            private static final long serialVersionUID = 1L;

            @Override
            public double nextDouble() {
                return -10;
            }
        };
        UplinkClocks clocks =
                new UplinkClocks(NanoClock.SYSTEM, MediaClock.system(), InstantSource.system(), impatient);
        NetworkSettings network = new NetworkSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 5);
        try (EventLoop loop = new EventLoop(AgentTimeouts.STANDARD.stop());
                UplinkSession session = new UplinkSession(
                        loop,
                        KeyRing.fixed(identity),
                        "test",
                        network,
                        AgentTimeouts.STANDARD.connection(),
                        new SendPlan.Range(1_000_000, 150_000),
                        new NoControl(),
                        new NoListener(),
                        clocks)) {
            session.start();
            for (int i = 0; i < SOCKETS; i++) {
                assertThat(relay.peer(i)).isNotNull();
            }
            RelayPeer last = relay.peer(SOCKETS);
            session.sink().begin(MediaKind.VIDEO, List.of(TestFormats.baseline().track(Rendition.MAIN)));
            Await.until("a frame", () -> {
                session.sink()
                        .accept(
                                Rendition.MAIN.track(),
                                new AccessUnit(
                                        MediaKind.VIDEO, true, false, 1, 0, Payload.copyOf(new byte[] {0, 0, 0, 1, 5
                                        })));
                return !last.media.isEmpty();
            });
        }
        for (int i = 0; i < SOCKETS; i++) {
            RelayPeer peer = relay.peers.get(i);
            Await.until("closed", () -> peer.closeCode.get() != 0);
            assertThat(REASONS).contains(peer.closeCode.get());
        }
    }

    private static final class NoListener implements UplinkListener {

        @Override
        public void connected(String camera) {}

        @Override
        public void viewers(CurrentViewers viewers) {}

        @Override
        public void clockDiffers(Duration offset) {}

        @Override
        public void waiting(String why, Duration delay) {}

        @Override
        public void keyChanged() {
            throw new AssertionError("a hostile relay changed the key");
        }

        @Override
        public void keyNotChanged(String why) {}

        @Override
        public void uplink(UplinkQuality quality) {}

        @Override
        public void notice(String sentence) {}

        @Override
        public void closed(GiveUpReason reason) {
            throw new AssertionError("given up: " + reason);
        }
    }
}
