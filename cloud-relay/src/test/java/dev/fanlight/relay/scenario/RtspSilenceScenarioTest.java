package dev.fanlight.relay.scenario;

import static dev.fanlight.relay.testing.RtspPeer.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.gateway.rtsp.RtspTimeouts;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.RtspPeer;
import dev.fanlight.relay.testing.RtspRelay;
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
    private static final int KEY_INTERVAL = 10;

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
        start(new RtspTimeouts(LONG, LONG, LONG, SHORT.multipliedBy(3), SHORT));
        TestCamera camera = rtsp.relay().invite("front");
        try (RtspPeer peer = rtsp.peer()) {
            FlvClip.of(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h264-aac.flv")))
                    .announce(rtsp.relay().publishing(camera), EPOCH);
            peer.play(rtsp.address("front?key=" + camera.watchKey()), Format.H264);
            peer.expectEnd();
        }
    }

    @Test
    void aPlayerThatIsSlowGoesOnAtAKeyFrame() {
        start(RtspRelay.TIMEOUTS);
        TestRelay relay = rtsp.relay();
        TestCamera camera = relay.invite("front");
        Path file = FlvFile.makeLarge(temp);
        FlvFile clip = FlvFile.read(file);
        List<ByteBuffer> sent = clip.payloads(MediaKind.VIDEO);
        try (RtspPeer slow = rtsp.peer();
                FfmpegRun push =
                        FfmpegRun.start("-re -i " + file + " -c copy -f flv " + rtsp.publishAddress("front"))) {
            slow.play(rtsp.address("front?key=" + camera.watchKey()), Format.H264);
            assertThat(push.output()).isEmpty();
            assertThat(relay.server().counters().get(RelayCounter.FRAMES_DROPPED_SLOW_READER))
                    .isPositive();
            int last = -1;
            int gaps = 0;
            for (int count = 1; last < sent.size() - 1; count++) {
                ByteBuffer unit = slow.expectUnits(0, count).get(count - 1).bytes();
                int next = indexOf(sent, unit);
                boolean isGap = last >= 0 && next != last + 1;
                gaps += isGap ? 1 : 0;
                assertThat(!isGap || next % KEY_INTERVAL == 0)
                        .as("%s after %s", next, last)
                        .isTrue();
                last = next;
            }
            assertThat(gaps).isPositive();
        }
    }

    @Test
    void aPlayerThatTakesNothingIsDisconnected() {
        start(new RtspTimeouts(LONG, LONG, SHORT, LONG, SHORT));
        TestRelay relay = rtsp.relay();
        TestCamera camera = relay.invite("front");
        Path file = FlvFile.makeLarge(temp);
        try (RtspPeer stuck = rtsp.peer();
                FfmpegRun push = FfmpegRun.start(
                        "-re -stream_loop -1 -i " + file + " -c copy -f flv " + rtsp.publishAddress("front"))) {
            stuck.play(rtsp.address("front?key=" + camera.watchKey()), Format.H264);
            Await.until("it is found stuck", () -> relay.server().counters().get(RelayCounter.VIEWERS_TOO_SLOW) > 0);
            assertThat(push.isRunning()).isTrue();
            Await.until("it is gone", () -> rtsp.described().contains("players=0"));
        }
    }

    private void start(RtspTimeouts timeouts) {
        rtsp = RtspRelay.start(temp.resolve("state"), timeouts);
    }

    /** Which unit it is; a key frame has its parameter sets in front. */
    private static int indexOf(List<ByteBuffer> payloads, ByteBuffer bytes) {
        for (int i = 0; i < payloads.size(); i++) {
            ByteBuffer payload = payloads.get(i);
            int sets = bytes.remaining() - payload.remaining();
            if (sets >= 0 && bytes.slice(sets, payload.remaining()).equals(payload)) {
                return i;
            }
        }
        throw new AssertionError("a unit that was not sent");
    }
}
