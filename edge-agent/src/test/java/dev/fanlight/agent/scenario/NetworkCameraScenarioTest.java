package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RecordedEvents;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.RtspServer;
import dev.fanlight.agent.testing.RtspServer.Stream;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent with a camera on the network, from RTSP to the relay’s socket. */
@StartsProcesses
class NetworkCameraScenarioTest {

    private static final TestAuthority authority = TestAuthority.shared();

    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(1));
    private final RecordedEvents events = new RecordedEvents();

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    @Test
    void aCameraThatGoesAndComesBackIsTakenAgainAndNothingShowsItsPassword() throws Exception {
        try (RtspServer first = RtspServer.start(Stream.SECRET)) {
            streamThroughAnOutageOf(first);
        }
    }

    private void streamThroughAnOutageOf(RtspServer first) throws Exception {
        String source = first.url(Stream.SECRET).replace("rtsp://", "rtsp://viewer:p@ss/w:rd@");
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        try (FanlightAgent running = FanlightAgent.builder()
                .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                .source(source)
                .set(AgentSettings.ENCODE, "none")
                .listener(events)
                .build()
                .start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("20 frames", () -> peer.media.size() >= 20);
            first.kill();
            Await.until("the camera has gone", () -> events.count("failed rtsp://127.0.0.1:" + first.port()) >= 1);
            Await.until(
                    "it is not there",
                    () -> events.events.stream().anyMatch(event -> event.contains("refuses connections")));
            int seen = peer.media.size();
            try (RtspServer second = RtspServer.start(first.port(), Stream.SECRET)) {
                long back = System.nanoTime();
                Await.until("20 more frames", () -> peer.media.size() >= seen + 20);
                System.out.println("20 frames "
                        + Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms after the camera was back");
                assertThat(second.port()).isEqualTo(first.port());
            }
            assertThat(running.droppedFrames()).isNotNegative();
        }
        assertThat(events.events).noneMatch(event -> event.contains("p@ss") || event.contains("viewer"));
        assertThat(events.events).contains("failed rtsp://127.0.0.1:" + first.port() + " has ended the connection.");
    }
}
