package dev.fanlight.relay.scenario;

import static dev.fanlight.relay.testing.RtspPeer.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.gateway.rtsp.RtspTimeouts;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.RtspPeer;
import dev.fanlight.relay.testing.RtspRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.RtpReceiver.Format;
import dev.fanlight.testing.StartsProcesses;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer by RTSP that says or takes nothing loses its connection, and one that is only slow goes on at a key frame. */
@StartsProcesses
class RtspSilenceScenarioTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long EPOCH = 7;

    @TempDir
    private Path temp;

    private RtspRelay rtsp;

    @AfterEach
    void stop() {
        rtsp.close();
    }

    @Test
    void aPeerThatAsksForNothingIsDisconnected() {
        start(new RtspTimeouts(SHORT, SHORT, SHORT, LONG, SHORT));
        try (RtspPeer silent = rtsp.peer();
                RtspPeer asking = rtsp.peer()) {
            expect(200, asking.request("OPTIONS", "*"));
            assertThat(silent.response().sentence()).isEqualTo("The relay has waited too long for a request.");
            silent.expectEnd();
            asking.expectEnd();
        }
    }

    @Test
    void aCameraThatIsNotThereIsWaitedForAndNamedSo() {
        start(new RtspTimeouts(LONG, SHORT, SHORT, LONG, SHORT));
        TestCamera camera = rtsp.relay().invite("front");
        try (RtspPeer peer = rtsp.peer()) {
            assertThat(expect(503, peer.request("DESCRIBE", rtsp.address("front?key=" + camera.watchKey())))
                            .sentence())
                    .isEqualTo("The camera is not there now. Try again later.");
            peer.expectEnd();
        }
    }

    @Test
    void aPlayerThatNeitherGetsNorSendsAnythingIsDisconnected() throws Exception {
        start(new RtspTimeouts(LONG, LONG, LONG, SHORT, SHORT));
        TestCamera camera = rtsp.relay().invite("front");
        try (RtspPeer peer = rtsp.peer()) {
            FlvClip.of(Files.readAllBytes(new FlvFfmpeg(temp).clip("-c:v", "libx264", "-c:a", "aac")))
                    .announce(rtsp.relay().publishing(camera), EPOCH);
            peer.play(rtsp.address("front?key=" + camera.watchKey()), Format.H264);
            peer.expectEnd();
        }
    }

    @Test
    void aPlayerThatIsSlowGoesOnAtAKeyFrameAndOneThatTakesNothingIsDisconnected() throws Exception {
        start(new RtspTimeouts(LONG, LONG, SHORT, LONG, SHORT));
        TestRelay relay = rtsp.relay();
        TestCamera camera = relay.invite("front");
        TestAgent agent = relay.publishing(camera);
        FlvClip clip = FlvClip.of(Files.readAllBytes(
                new FlvFfmpeg(temp).clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "10", "-b:v", "8M")));
        clip.announce(agent, EPOCH);
        try (RtspPeer slow = rtsp.peer()) {
            slow.play(rtsp.address("front?key=" + camera.watchKey()), Format.H264);
            long sent = 0;
            while (relay.server().counters().get(RelayCounter.FRAMES_DROPPED_SLOW_READER) == 0) {
                clip.send(agent, EPOCH, 0, clip.units.size());
                sent += clip.units.size();
                long count = sent;
                Await.until("it has come", () -> relay.server().counters().get(RelayCounter.FRAMES_IN) == count);
            }
            List<AccessUnit> videos = clip.of(MediaKind.VIDEO);
            int last = -1;
            boolean gap = false;
            for (int i = 0; !gap; i++) {
                ByteBuffer unit = slow.expectUnits(0, i + 1).get(i).bytes();
                int next = indexOf(videos, unit);
                gap = next != (last + 1) % videos.size();
                assertThat(!gap || videos.get(next).key())
                        .as("%s after %s", next, last)
                        .isTrue();
                last = next;
            }
            sendUntilStuck(relay, agent, clip);
        }
        Await.until("it is gone", () -> rtsp.described().contains("players=0"));
    }

    private void start(RtspTimeouts timeouts) {
        rtsp = RtspRelay.start(temp.resolve("state"), timeouts);
    }

    private static void sendUntilStuck(TestRelay relay, TestAgent agent, FlvClip clip) {
        Await.until("it is found stuck", () -> {
            clip.send(agent, EPOCH, 0, clip.units.size());
            return relay.server().counters().get(RelayCounter.VIEWERS_TOO_SLOW) > 0;
        });
    }

    /** Which unit it is; a key frame has its parameter sets in front. */
    private static int indexOf(List<AccessUnit> units, ByteBuffer bytes) {
        for (int i = 0; i < units.size(); i++) {
            ByteBuffer payload = units.get(i).payload().bytes();
            int sets = bytes.remaining() - payload.remaining();
            if (sets >= 0 && bytes.slice(sets, payload.remaining()).equals(payload)) {
                return i;
            }
        }
        throw new AssertionError("a unit that was not sent");
    }
}
