package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RecordedEvents;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.SevereLog;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.agent.testing.TestTimeouts;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.testing.Await;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay goes, comes back, misbehaves. */
class ReconnectScenarioTest {

    private static final TestAuthority authority = TestAuthority.shared();

    /** Longer than the queues hold frames, and than the agent waits by itself. */
    private static final Duration AWAY = Duration.ofSeconds(1);

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final RecordedEvents events = new RecordedEvents();
    private final SevereLog severe = new SevereLog();
    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(1));

    @AfterEach
    void closeRelay() {
        relay.close();
        severe.close();
        assertThat(severe.complaints).isEmpty();
    }

    private FanlightAgent start(String silence) {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        return FanlightAgent.builder()
                .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                .source("test")
                .set(AgentSettings.WIDTH, "320")
                .set(AgentSettings.HEIGHT, "180")
                .set(AgentSettings.SILENCE, silence)
                .set(AgentSettings.CONNECT_TIMEOUT, "2s")
                .timeouts(TestTimeouts.SHORT)
                .listener(events)
                .build()
                .start();
    }

    private static void streams(RelayPeer peer) {
        int before = peer.media.size();
        Await.until("frames", () -> peer.media.size() > before + 3);
    }

    @Test
    void aRelayThatComesBackIsPublishedToWithAnotherEpochAndAKeyFrame() {
        try (FanlightAgent agent = start("10s")) {
            streams(relay.peer(0));
            relay.stop();
            Await.until("it is noticed", () -> events.count("waiting") >= 3);
            relay.start();
            RelayPeer second = relay.peer(1);
            streams(second);
            assertThat(second.media.get(0).isKey()).isTrue();
            assertThat(second.media.get(0).sequence()).isZero();
            assertThat(second.first(Tracks.class).epoch())
                    .isEqualTo(second.media.get(0).epoch())
                    .isNotEqualTo(relay.peer(0).first(Tracks.class).epoch());
            assertThat(agent.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void whileTheRelayIsAwayNothingGrows() {
        try (FanlightAgent agent = start("10s")) {
            streams(relay.peer(0));
            relay.stop();
            long back = System.nanoTime() + AWAY.toNanos();
            Await.until("some tries", () -> events.count("waiting") >= 5 && System.nanoTime() > back);
            long startedMicros = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
            relay.start();
            RelayPeer second = relay.peer(1);
            streams(second);
            assertThat(second.media.get(0).captureMicros())
                    .as("frames of the time without a relay")
                    .isGreaterThan(relay.peer(0)
                                    .media
                                    .get(relay.peer(0).media.size() - 1)
                                    .captureMicros()
                            + TimeUnit.NANOSECONDS.toMicros(AWAY.toNanos()));
            Await.until(
                    "frames of now",
                    () -> second.media.get(second.media.size() - 1).captureMicros() > startedMicros);
            assertThat(agent.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aGoodbyeWithAWaitIsHonoured() {
        try (FanlightAgent agent = start("10s")) {
            RelayPeer first = relay.peer(0);
            streams(first);
            long before = System.nanoTime();
            first.send(new Goodbye("restarting", Optional.of(WAIT)));
            first.close(CloseReason.RESTARTING.code());
            streams(relay.peer(1));
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(WAIT.toNanos());
            assertThat(events.events).contains("waiting The relay ended the connection (restarting).");
            assertThat(agent.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aRelayThatFallsSilentIsDialledAnew() {
        relay.onConnect(peer -> {
            if (relay.peers.size() > 1) {
                FakeRelay.accepting(1).accept(peer);
            }
        });
        try (FanlightAgent agent = start("1s")) {
            streams(relay.peer(1));
            assertThat(relay.peer(0).closeCode.get()).isEqualTo(CloseReason.TIMEOUT.code());
            assertThat(agent.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void mediaFromARelayIsUnsupported() {
        relay.onConnect(peer -> {
            peer.challenge();
            if (relay.peers.size() == 1) {
                peer.sendFrame(io.vertx.core.http.WebSocketFrame.binaryFrame(Buffer.buffer("frame"), true));
            } else {
                FakeRelay.accepting(1).accept(peer);
            }
        });
        try (FanlightAgent agent = start("10s")) {
            RelayPeer first = relay.peer(0);
            Await.until("closed", () -> first.closeCode.get() != 0);
            assertThat(first.closeCode.get()).isEqualTo(CloseReason.UNSUPPORTED.code());
            Await.until("another try", () -> relay.peers.size() > 1);
            assertThat(agent.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void messagesOutOfTurnAreAProtocolError() {
        relay.onConnect(peer -> peer.send(new Demand(3, Set.of(0))));
        try (FanlightAgent agent = start("10s")) {
            RelayPeer first = relay.peer(0);
            Await.until("closed", () -> first.closeCode.get() != 0);
            assertThat(first.closeCode.get()).isEqualTo(CloseReason.PROTOCOL_ERROR.code());
            assertThat(agent.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aReplacedAgentDoesNotFightBack() {
        try (FanlightAgent agent = start("10s")) {
            RelayPeer first = relay.peer(0);
            streams(first);
            first.close(CloseReason.REPLACED.code());
            Await.until("given up", () -> events.count("given up replaced") == 1);
            assertThat(relay.peers).hasSize(1);
            assertThat(agent.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void closingTheAgentClosesTheSocketAndTheTheads() {
        try (FanlightAgent agent = start("10s")) {
            streams(relay.peer(0));
            assertThat(agent.droppedFrames()).isNotNegative();
        }
        Await.until("closed", () -> relay.peer(0).closeCode.get() != 0);
        assertThat(relay.peer(0).closeCode.get()).isEqualTo(CloseReason.DONE.code());
        Await.until(
                "no thread",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(t ->
                                t.getName().equals("capture") || t.getName().equals("encode")));
    }
}
