package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.testing.Await;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file with AAC beside H.264, passed through over a real TLS socket. */
class AudioScenarioTest {

    private static final int VIDEO = 0;
    private static final int AUDIO = 2;
    private static final TestAuthority authority = TestAuthority.shared();

    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(1));

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    private static long count(RelayPeer peer, int track) {
        return peer.media.stream().filter(header -> header.track() == track).count();
    }

    @Test
    void audioIsAnnouncedWithTheVideoAndSentOnlyWhileTheRelayDemandsIt() {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        try (FanlightAgent running = FanlightAgent.builder()
                .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                .source("file:" + Footage.CARS)
                .set(AgentSettings.AUDIO, "true")
                .build()
                .start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("20 frames", () -> count(peer, VIDEO) >= 20);
            assertThat(peer.first(Tracks.class).tracks())
                    .extracting(Track::kind)
                    .containsExactly(MediaKind.VIDEO, MediaKind.AUDIO);
            assertThat(count(peer, AUDIO)).isZero();

            peer.send(new Demand(1, Set.of(VIDEO, AUDIO)));
            Await.until("50 audio frames", () -> count(peer, AUDIO) >= 50);
            MediaHeader first = peer.media.stream()
                    .filter(header -> header.track() == AUDIO)
                    .findFirst()
                    .orElseThrow();
            assertThat(first.kind()).isEqualTo(MediaKind.AUDIO);
            assertThat(first.isKey()).isTrue();
            assertThat(first.sequence()).isZero();
            assertThat(running.droppedFrames()).isZero();
        }
    }
}
