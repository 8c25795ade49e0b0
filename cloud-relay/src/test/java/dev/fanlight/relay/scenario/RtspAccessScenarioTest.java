package dev.fanlight.relay.scenario;

import static dev.fanlight.relay.testing.RtspPeer.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.RtspPeer;
import dev.fanlight.relay.testing.RtspPeer.Response;
import dev.fanlight.relay.testing.RtspRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.RtpReceiver.Format;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may watch by RTSP: holders of a link, as long as it is valid, and no others. */
class RtspAccessScenarioTest {

    private static final long EPOCH = 7;

    @TempDir
    private Path temp;

    private RtspRelay rtsp;
    private TestRelay relay;
    private TestCamera camera;
    private TestAgent agent;
    private FlvClip clip;

    @BeforeEach
    void start() throws Exception {
        rtsp = RtspRelay.start(temp.resolve("state"), RtspRelay.TIMEOUTS);
        relay = rtsp.relay();
        camera = relay.invite("front");
        agent = relay.publishing(camera);
        clip = FlvClip.of(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h264-aac.flv")));
        clip.announce(agent, EPOCH);
    }

    @AfterEach
    void stop() {
        rtsp.close();
    }

    @Test
    void theKeyMayBeThePassword() throws Exception {
        try (RtspPeer player = rtsp.peer()) {
            Response challenge = expect(401, player.request("DESCRIBE", rtsp.address("front")));
            assertThat(challenge.headers().get("www-authenticate")).startsWith("Basic realm=");
            expect(401, player.request("DESCRIBE", rtsp.address("front"), basic("wrong")));
            expect(200, player.request("DESCRIBE", rtsp.address("front"), basic(camera.watchKey())));
        }
    }

    @Test
    void withoutTheRightKeyThereIsNoDescription() {
        relay.invite("back");
        for (String path : List.of(
                "front?key=wrong", "back?key=" + camera.watchKey(), "nothing?key=" + camera.watchKey(), "?key=")) {
            try (RtspPeer player = rtsp.peer()) {
                Response refused = expect(404, player.request("DESCRIBE", rtsp.address(path)));
                assertThat(refused.sentence()).isEqualTo("There is no such camera, or the key is not valid for it.");
                assertThat(refused.body()).isEmpty();
                expect(455, player.request("SETUP", rtsp.address("front/trackID=0"), "Transport: RTP/AVP/TCP"));
                expect(455, player.request("PLAY", rtsp.address("front")));
            }
        }
        for (String camera : List.of("front", "nothing")) {
            try (RtspPeer player = rtsp.peer()) {
                expect(401, player.request("DESCRIBE", rtsp.address(camera)));
                expect(401, player.request("DESCRIBE", rtsp.address(camera)));
                expect(401, player.request("DESCRIBE", rtsp.address(camera)));
                player.expectEnd();
            }
        }
    }

    @Test
    void revokingTheLinkEndsItsPlayerAtOnce() throws Exception {
        try (RtspPeer player = rtsp.peer()) {
            player.play(url("front"), Format.H264);
            clip.send(agent, EPOCH, 0, clip.units.size());
            player.expectUnits(0, 1);
            JsonArray links =
                    relay.host().get("/links?camera=front").expect(200).array();
            relay.host()
                    .delete("/links/" + links.getJsonObject(0).getString("id"))
                    .expect(204);
            player.expectEnd();
        }
    }

    @Test
    void aPlayerCountsAsAViewer() {
        try (RtspPeer player = rtsp.peer()) {
            player.play(url("front"), Format.H264);
            assertThat(relay.host()
                            .get("/cameras/front/viewers")
                            .expect(200)
                            .array()
                            .size())
                    .isEqualTo(1);
            assertThat(relay.server().counters().get(RelayCounter.VIEWERS_ADMITTED))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatThereIsNotHereIsAnsweredWithItsNumber() {
        try (RtspPeer player = rtsp.peer()) {
            assertThat(expect(405, player.request("ANNOUNCE", rtsp.address("front"))).headers().get("allow"))
                    .contains("DESCRIBE");
            Response required = expect(551, player.request("OPTIONS", "*", "Require: " + "x".repeat(500)));
            assertThat(required.headers().get("unsupported")).hasSize(100);
            expect(454, player.request("OPTIONS", "*", "Session: another"));
            player.write("OPTIONS * RTSP/1.0\r\nCSeq: one\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(expect(400, player.response()).headers()).doesNotContainKey("cseq");
            player.write("OPTIONS * RTSP/2.0\r\nCSeq: 9\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(expect(505, player.response()).headers()).containsEntry("cseq", "9");
            expect(200, player.request("DESCRIBE", url("front")));
            expect(404, player.request("SETUP", rtsp.address("front/trackID=7"), "Transport: RTP/AVP/TCP"));
            expect(461, player.request("SETUP", rtsp.address("front/trackID=0"), "Transport: RTP/SAVP;unicast"));
            expect(455, player.request("PLAY", rtsp.address("front")));
        }
    }

    private String url(String name) {
        return rtsp.address(name) + "?key=" + camera.watchKey();
    }

    private static String basic(String key) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(("anyone:" + key).getBytes(StandardCharsets.UTF_8));
    }
}
