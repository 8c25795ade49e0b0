package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.StreamState;
import dev.fanlight.relay.gateway.rtmp.RtmpTimeouts;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.RtmpPeer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer by RTMP that says nothing loses its place, and a publisher that sends nothing its camera. */
class RtmpSilenceScenarioTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    private Path temp;

    private RtmpRelay rtmp;
    private TestRelay relay;

    @BeforeEach
    void start() {
        RtmpTimeouts timeouts = new RtmpTimeouts(SHORT, SHORT, SHORT);
        rtmp = RtmpRelay.start(temp, timeouts);
        relay = rtmp.relay();
    }

    @AfterEach
    void stop() {
        rtmp.close();
    }

    @Test
    void aPeerThatSaysNothingIsDisconnected() {
        try (RtmpPeer silent = RtmpPeer.open("127.0.0.1", rtmp.port());
                RtmpPeer connected = rtmp.peer()) {
            silent.expectEnd();
            assertThat(connected.expectStatus("NetConnection.Connect.Closed")).contains("waited too long");
            connected.expectEnd();
        }
    }

    @Test
    void aPublisherThatSendsNothingEndsAndItsCameraIsOffline() {
        TestCamera camera = relay.invite("front");
        TestViewer viewer = relay.watching(camera, relay.viewer());
        String key = rtmp.newKey("front");
        try (RtmpPeer peer = rtmp.peer()) {
            peer.published(key);
            FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv")).tags().forEach(peer::send);
            viewer.expectState(StreamState.LIVE);
            assertThat(peer.expectStatus("NetStream.Publish.BadName")).isEqualTo("Nothing has come for 1 s.");
            viewer.expectState(StreamState.OFFLINE);
            peer.expectEnd();
        }
    }

    @Test
    @StartsProcesses
    void aPlayerThatTakesNothingIsDisconnected() {
        TestCamera camera = relay.invite("front");
        Path file = FlvFile.makeLarge(temp);
        try (RtmpPeer stuck = rtmp.peer();
                FfmpegRun push = FfmpegRun.start(
                        "-re -stream_loop -1 -i " + file + " -c copy -f flv " + rtmp.address(rtmp.newKey("front")))) {
            stuck.play("front?key=" + camera.watchKey());
            stuck.expectStatus("NetStream.Play.Start");
            Await.until("it is found stuck", () -> relay.server().counters().get(RelayCounter.VIEWERS_TOO_SLOW) > 0);
            assertThat(push.isRunning()).isTrue();
            Await.until("it is gone", () -> rtmp.described().contains("players=0"));
        }
    }
}
