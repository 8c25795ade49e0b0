package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.AgentBuilder;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RecordedEvents;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several cameras of one agent: a socket and an identity each, one state folder and one event loop. */
class SeveralCamerasScenarioTest {

    private static final TestAuthority authority = TestAuthority.shared();

    @TempDir
    private Path folder;

    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(1));
    private final RecordedEvents frontEvents = new RecordedEvents();
    private final RecordedEvents gardenEvents = new RecordedEvents();

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    private void join(IdentityStore store, String device) {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        store.save(new DeviceIdentity(relay.uri(), authority.pin(), device, device, key));
    }

    private static AgentBuilder small(AgentBuilder builder) {
        return builder.source("test")
                .set(AgentSettings.WIDTH, "320")
                .set(AgentSettings.HEIGHT, "180")
                .set(AgentSettings.FPS, "10");
    }

    private List<AgentBuilder.Plan> plans() {
        // One agent had a single camera before it got a second one: its identity is in the folder itself.
        join(new IdentityStore(folder), "front");
        join(new CameraStates(folder).store("garden"), "garden");
        return List.of(
                small(FanlightAgent.builder().state(folder))
                        .listener(frontEvents)
                        .build(),
                small(FanlightAgent.builder().state(folder, "garden"))
                        .listener(gardenEvents)
                        .build());
    }

    private RelayPeer peerOf(String device) {
        Await.until(device + " is authenticated", () -> find(device).isPresent());
        return find(device).orElseThrow();
    }

    private Optional<RelayPeer> find(String device) {
        return relay.peers.stream()
                .filter(RelayPeer::isAuthenticated)
                .filter(peer -> peer.first(Authenticate.class).device().equals(device))
                .findFirst();
    }

    @Test
    void eachStreamsOverASocketOfItsOwnFromOneStateFolder() {
        try (FanlightAgent running = FanlightAgent.start(plans())) {
            Await.until(
                    "frames of both",
                    () -> peerOf("front").media.size() >= 10
                            && peerOf("garden").media.size() >= 10);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void theOthersGoOnWhenTheRelayRefusesOne() {
        List<AgentBuilder.Plan> plans = plans();
        try (FanlightAgent running = FanlightAgent.start(plans)) {
            Await.until(
                    "frames of both",
                    () -> peerOf("front").media.size() >= 5
                            && peerOf("garden").media.size() >= 5);
            peerOf("garden").close(CloseReason.NOT_AUTHENTIC.code());
            Await.until("the end of one", () -> gardenEvents.count("given up not_authentic") == 1);
            int before = peerOf("front").media.size();
            Await.until("more frames", () -> peerOf("front").media.size() >= before + 10);
            assertThat(frontEvents.count("given up not_authentic")).isZero();
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void twoCamerasWithOneIdentityAreRefused() {
        join(new IdentityStore(folder), "front");
        AgentBuilder.Plan plan = small(FanlightAgent.builder().state(folder)).build();
        assertThatThrownBy(() -> FanlightAgent.start(List.of(plan, plan)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same identity");
    }
}
