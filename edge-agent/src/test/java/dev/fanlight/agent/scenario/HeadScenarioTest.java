package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.AgentBuilder;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.LocalSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.OnvifTestDevice;
import dev.fanlight.agent.testing.OnvifTestDevice.Login;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadCommand.ListPresets;
import dev.fanlight.media.ptz.HeadCommand.Move;
import dev.fanlight.media.ptz.HeadPreset;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.media.ptz.HeadVelocity;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.ptz.Ptz;
import dev.fanlight.protocol.ptz.PtzResult;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running agent whose relay passes the commands of viewers on to the head of an ONVIF camera. */
class HeadScenarioTest {

    private static final TestAuthority authority = TestAuthority.shared();
    private static final HeadCommand LEFT = new Move(new HeadVelocity(-0.5, 0, 0), Duration.ofMillis(100));

    @TempDir
    private Path state;

    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(0));
    private final OnvifTestDevice device = new OnvifTestDevice("hikvision", Login.HTTP_DIGEST, Duration.ofMinutes(-37));

    @BeforeEach
    void join() {
        new IdentityStore(state)
                .save(new DeviceIdentity(
                        relay.uri(), authority.pin(), "device-1", "front", DeviceKey.generate(new SecureRandom())));
    }

    @AfterEach
    void stop() {
        device.close();
        relay.close();
    }

    private AgentBuilder agent(String ptz) {
        return FanlightAgent.builder()
                .state(state)
                .source("test")
                .set(AgentSettings.USER, OnvifTestDevice.USER)
                .set(AgentSettings.PASSWORD, OnvifTestDevice.PASSWORD)
                .set(LocalSettings.PTZ, ptz);
    }

    private static Source lastSource(RelayPeer peer) {
        List<Source> all = peer.all(Source.class);
        return all.get(all.size() - 1);
    }

    private RelayPeer connected() {
        RelayPeer peer = relay.peer(0);
        Await.until("an accepted agent", () -> peer.first(Source.class) != null);
        return peer;
    }

    private RelayPeer withHead() {
        RelayPeer peer = connected();
        Await.until("the head", () -> lastSource(peer).ptz());
        return peer;
    }

    private static PtzResult ask(RelayPeer peer, String id, HeadCommand command) {
        peer.send(new Ptz(id, command));
        Await.until(
                "the answer",
                () -> peer.all(PtzResult.class).stream()
                        .anyMatch(result -> result.clientId().equals(id)));
        return peer.all(PtzResult.class).stream()
                .filter(result -> result.clientId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean asked(String operation) {
        return device.requests.stream().anyMatch(body -> body.contains("<" + operation + " "));
    }

    @Test
    void viewersMoveTheHeadOfAnOnvifCameraAndItStopsByItself() {
        try (FanlightAgent running =
                agent("onvif://" + device.authority()).build().start()) {
            RelayPeer peer = withHead();
            assertThat(ask(peer, "client-id-1", LEFT).answer().result()).isEqualTo(HeadResult.DONE);
            Await.until("the stop", () -> asked("Stop"));
            assertThat(ask(peer, "client-id-2", new ListPresets()).answer().presets())
                    .containsExactly(new HeadPreset("1", "Gate"), new HeadPreset("2", "Yard & shed"));
            assertThat(running.droppedFrames()).isZero();
        }
    }

    @Test
    void peopleWhoPauseTheCameraKeepItsHeadStill() {
        new PauseFile(state).pause("cleaning the lens");
        try (FanlightAgent running =
                agent("onvif://" + device.authority()).build().start()) {
            RelayPeer peer = withHead();
            assertThat(ask(peer, "client-id-1", LEFT).answer().result()).isEqualTo(HeadResult.PAUSED);
            assertThat(asked("ContinuousMove")).isFalse();
            assertThat(running.droppedFrames()).isZero();
        }
    }

    @Test
    void aCameraWhosePeopleHaveNotAllowedItIsNotMoved() {
        try (FanlightAgent running = agent("off").build().start()) {
            RelayPeer peer = connected();
            assertThat(ask(peer, "client-id-1", LEFT).answer().result()).isEqualTo(HeadResult.OFF);
            assertThat(lastSource(peer).ptz()).isFalse();
            assertThat(device.requests).isEmpty();
            assertThat(running.droppedFrames()).isZero();
        }
    }
}
