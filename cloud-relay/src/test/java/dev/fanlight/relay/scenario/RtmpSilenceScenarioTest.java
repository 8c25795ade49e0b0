package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.StreamState;
import dev.fanlight.relay.gateway.rtmp.RtmpConfig;
import dev.fanlight.relay.gateway.rtmp.RtmpGateway;
import dev.fanlight.relay.gateway.rtmp.RtmpTimeouts;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.RtmpPeer;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.FreePort;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer by RTMP that says nothing loses its place, and a publisher that sends nothing its camera. */
class RtmpSilenceScenarioTest {

    private static final Path CLIP = Path.of("../shared-protocol/src/test/resources/media/h264-aac.flv");
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    private Path temp;

    private final int port = FreePort.next();
    private TestRelay relay;

    @BeforeEach
    void start() {
        RtmpTimeouts timeouts = new RtmpTimeouts(SHORT, SHORT, SHORT);
        relay = TestRelay.start(
                temp, List.of(context -> new RtmpGateway("rtmp", new RtmpConfig(port, 0), timeouts, context)));
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void aPeerThatSaysNothingIsDisconnected() {
        try (RtmpPeer silent = RtmpPeer.open("127.0.0.1", port);
                RtmpPeer connected = RtmpPeer.connected(port, "live")) {
            silent.expectEnd();
            assertThat(connected.expectStatus("NetConnection.Connect.Closed")).contains("waited too long");
            connected.expectEnd();
        }
    }

    @Test
    void aPublisherThatSendsNothingEndsAndItsCameraIsOffline() {
        TestCamera camera = relay.invite("front");
        TestViewer viewer = relay.watching(camera, relay.viewer());
        String key = relay.host()
                .post("/cameras/front/publish-keys", new JsonObject())
                .expect(201)
                .json()
                .getString("key");
        try (RtmpPeer peer = RtmpPeer.connected(port, "live")) {
            peer.published(key);
            FlvFile.read(CLIP).tags().forEach(peer::send);
            viewer.expectState(StreamState.LIVE);
            assertThat(peer.expectStatus("NetStream.Publish.BadName")).isEqualTo("Nothing has come for 1 s.");
            viewer.expectState(StreamState.OFFLINE);
            peer.expectEnd();
        }
    }
}
