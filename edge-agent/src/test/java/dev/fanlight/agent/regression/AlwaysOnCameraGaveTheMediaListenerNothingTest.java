package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.testing.Await;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Programs that embed the agent get the frames of a camera that is always on without viewers too; the relay does not. */
class AlwaysOnCameraGaveTheMediaListenerNothingTest {

    private final List<String> tracks = new CopyOnWriteArrayList<>();
    private final AtomicInteger units = new AtomicInteger();

    private final class Listener implements MediaSink {

        @Override
        public void begin(MediaKind kind, List<Track> announced) {
            announced.forEach(track -> tracks.add(track.name()));
        }

        @Override
        public void accept(int track, AccessUnit unit) {
            units.incrementAndGet();
        }
    }

    @Test
    void withoutViewersTheMediaListenerGetsTheFramesAndTheRelayNone() {
        TestAuthority authority = TestAuthority.shared();
        FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(0));
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        try (relay;
                FanlightAgent agent = FanlightAgent.builder()
                        .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                        .source("test")
                        .set(AgentSettings.RUN, "always")
                        .mediaListener(new Listener())
                        .build()
                        .start()) {
            Await.until("frames", () -> units.get() >= 10);
            assertThat(tracks).contains("main");
            assertThat(relay.peer(0).media).isEmpty();
            assertThat(agent.cameras()).hasSize(1);
        }
    }
}
