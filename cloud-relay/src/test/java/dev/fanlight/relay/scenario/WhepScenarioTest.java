package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.rtcp.ReceptionReport;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.rtcp.RtcpWriter;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.protocol.sdp.MediaFormat;
import dev.fanlight.protocol.sdp.SetupRole;
import dev.fanlight.relay.gateway.webrtc.WebRtcTimeouts;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.RtcTestPeer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WebRtcRelay;
import dev.fanlight.relay.webrtc.RtcEnd;
import dev.fanlight.relay.webrtc.RtcTimeouts;
import dev.fanlight.testing.Await;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What players by WHEP get, and who gets nothing. */
class WhepScenarioTest {

    private static final WebRtcTimeouts TIMEOUTS = new WebRtcTimeouts(
            WebRtcTimeouts.STANDARD.tracks(), new RtcTimeouts(Duration.ofSeconds(2), RtcTimeouts.STANDARD.silence()));
    private static final String SDP = "application/sdp";
    private static final long EPOCH = 7;

    @TempDir
    private Path temp;

    private WebRtcRelay rtc;
    private TestCamera camera;
    private TestAgent agent;
    private FlvClip clip;

    @BeforeEach
    void start() throws Exception {
        rtc = WebRtcRelay.start(temp.resolve("state"), TIMEOUTS);
        camera = rtc.relay().invite("front");
        agent = rtc.relay().publishing(camera);
        clip = WebRtcRelay.clip();
    }

    @AfterEach
    void stop() {
        rtc.close();
    }

    @ParameterizedTest
    @EnumSource(value = SetupRole.class)
    void everyUnitArrivesWithTheSoundInEitherRoleOfTheHandshake(SetupRole setup) throws Exception {
        clip.announce(agent, EPOCH);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            player.connect(ask(player.offer(setup, RtcTestPeer.H264, RtcTestPeer.OPUS)));
            player.receive(clip, agent, EPOCH);
            List<AccessUnit> videos = clip.of(MediaKind.VIDEO);
            assertThat(player.units).hasSameSizeAs(videos);
            for (int i = 0; i < videos.size(); i++) {
                List<ByteBuffer> sent =
                        NalUnits.splitLengthPrefixed(videos.get(i).payload().bytes());
                assertThat(player.units.get(i)).endsWith(sent.toArray(ByteBuffer[]::new));
            }
            Await.until(
                    "all sound is there",
                    () -> player.sounds.size() == clip.of(MediaKind.AUDIO).size());
            assertThat(player.reports).hasAtLeastOneElementOfType(RtcpEvent.Clock.class);
        }
        Await.until("it counts no more", () -> viewers() == 0);
    }

    @Test
    void aLateJoinerBeginsWithTheKeyFrameThatIsCached() throws Exception {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, clip.units.size() / 2);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            player.connect(ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264)));
            Await.until("a unit is there", () -> !player.units.isEmpty());
            assertThat(player.units.get(0)).hasSizeGreaterThan(2);
            assertThat(viewers()).isEqualTo(1);
        }
    }

    @Test
    void theAnswerSaysHowTimestampsFollowFromCaptureTimes() throws Exception {
        clip.announce(agent, EPOCH);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            AtomicLong timestamp = new AtomicLong(-1);
            player.onVideo(packet -> timestamp.compareAndSet(-1, Integer.toUnsignedLong(packet.timestamp())));
            HttpResponse<String> answer = ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264));
            player.connect(answer);
            clip.send(agent, EPOCH, 0, 10);
            Await.until("a packet is there", () -> timestamp.get() >= 0);
            String clock = answer.headers().firstValue("Fanlight-Video-Clock").orElseThrow();
            assertThat(clock).startsWith("epoch=" + EPOCH + ", zero=");
            long zero = Long.parseLong(clock.substring(clock.lastIndexOf('=') + 1));
            long first = clip.of(MediaKind.VIDEO).get(0).captureMicros() + 1_000_000;
            assertThat((timestamp.get() - zero) & 0xFFFF_FFFFL).isEqualTo(first * 9 / 100);
        }
    }

    @Test
    void pagesLearnThatTheyMayPlayByWhep() {
        TestViewer page = rtc.relay().viewer();
        page.watch("front", camera.watchKey());
        assertThat(page.expect(Welcome.class).features().has(Features.WHEP)).isTrue();
    }

    @Test
    void aPlayerThatCannotGoOnGetsAKeyFrameRequested() throws Exception {
        clip.announce(agent, EPOCH);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            AtomicInteger source = new AtomicInteger();
            player.onVideo(packet -> source.set(packet.source()));
            player.connect(ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264)));
            clip.send(agent, EPOCH, 0, 10);
            Await.until("packets are there", () -> source.get() != 0);
            player.report(
                    new RtcpWriter(1).nothing().keyFrameNeeded(source.get()).toBytes());
            Await.until(
                    "the camera is asked", () -> agent.received.stream().anyMatch(KeyFrameRequest.class::isInstance));
        }
    }

    @Test
    void aPlayerThatSkipsAfterHeavyLossGetsAKeyFrameRequested() throws Exception {
        clip.announce(agent, EPOCH);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            AtomicInteger source = new AtomicInteger();
            player.onVideo(packet -> source.set(packet.source()));
            player.connect(ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264)));
            clip.send(agent, EPOCH, 0, 10);
            Await.until("packets are there", () -> source.get() != 0);
            for (int newest : new int[] {1_000, 1_300}) {
                ReceptionReport heavy = new ReceptionReport(source.get(), 128, 150, newest, 0, 0);
                player.report(new RtcpWriter(1).reception(heavy).toBytes());
            }
            Await.until(
                    "the camera is asked", () -> agent.received.stream().anyMatch(KeyFrameRequest.class::isInstance));
        }
    }

    @Test
    void whoIsNotAdmittedReadsWhy() throws Exception {
        clip.announce(agent, EPOCH);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            String offer = player.offer(SetupRole.ACTPASS, RtcTestPeer.H264);
            String path = "/c/front/whep";
            assertThat(rtc.request("POST", path, offer, "Content-Type", SDP).statusCode())
                    .isEqualTo(404);
            assertThat(rtc.request("POST", path + "?key=wrong", offer, "Content-Type", SDP)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(post(path, offer, "text/plain").statusCode()).isEqualTo(415);
            assertThat(post(path, "v=0\r\n", SDP).body()).contains("no media");
            assertThat(post(path, "x".repeat(100_000), SDP).statusCode()).isEqualTo(413);
            HttpResponse<String> patched =
                    rtc.request("PATCH", path + "/any", "", "Content-Type", "application/trickle-ice-sdpfrag");
            assertThat(patched.statusCode()).isEqualTo(405);
            assertThat(rtc.request("DELETE", path + "/any", "").statusCode()).isEqualTo(404);
            assertThat(rtc.request("GET", path, "").headers().firstValue("allow"))
                    .hasValue("POST, OPTIONS");
            HttpResponse<String> options = rtc.request("OPTIONS", path, "", "Origin", "https://example.org");
            assertThat(options.statusCode()).isEqualTo(204);
            assertThat(options.headers().firstValue("accept-post")).hasValue(SDP);
            assertThat(options.headers().firstValue("access-control-allow-origin"))
                    .hasValue("*");
            assertThat(viewers()).isZero();
        }
    }

    @Test
    void whatWebRtcDoesNotCarryIsRefusedWithASentence() throws Exception {
        FlvClip h265 = FlvClip.of(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h265-opus.flv")));
        h265.announce(agent, EPOCH);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            HttpResponse<String> refused = ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264));
            assertThat(refused.statusCode()).isEqualTo(406);
            assertThat(refused.body()).contains("H.264 only").contains("hvc1");
        }
        FlvClip bFrames = FlvClip.of(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h264-aac.flv")));
        bFrames.announce(agent, EPOCH + 1);
        Await.until("the owner reads what to set", () -> {
            try (RtcTestPeer player = RtcTestPeer.open()) {
                return ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264))
                        .body()
                        .contains("0 B-frames");
            }
        });
        clip.announce(agent, EPOCH + 2);
        Await.until("the player is asked for another format", () -> {
            try (RtcTestPeer player = RtcTestPeer.open()) {
                MediaFormat vp8 = new MediaFormat(96, "VP8/90000", "");
                HttpResponse<String> refused =
                        ask(player.offer(SetupRole.ACTPASS, vp8).replace("m=audio", "m=video"));
                return refused.statusCode() == 406 && refused.body().contains("packetization mode 1");
            }
        });
    }

    @Test
    void aCameraThatIsAwayIsAnsweredAfterAWhile() {
        // The agent has announced nothing.
        try (RtcTestPeer player = RtcTestPeer.open()) {
            HttpResponse<String> refused = ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264));
            assertThat(refused.statusCode()).isEqualTo(503);
        }
        Await.until("it counts no more", () -> viewers() == 0);
    }

    @Test
    void revokingTheLinkEndsItsPlayerAtOnce() throws Exception {
        clip.announce(agent, EPOCH);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            player.connect(ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264)));
            awaitPlaying(player);
            String link = rtc.relay()
                    .host()
                    .get("/links?camera=front")
                    .expect(200)
                    .array()
                    .getJsonObject(0)
                    .getString("id");
            rtc.relay().host().delete("/links/" + link).expect(204);
            Await.until("the player is told", () -> player.ends.contains(RtcEnd.PEER_LEFT));
            assertThat(viewers()).isZero();
        }
    }

    @Test
    void aPlayerEndsItsSessionAtItsAddressOrIsForgottenWhenItDoesNotCome() throws Exception {
        clip.announce(agent, EPOCH);
        try (RtcTestPeer player = RtcTestPeer.open()) {
            HttpResponse<String> answer = ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264));
            player.connect(answer);
            awaitPlaying(player);
            String location = answer.headers().firstValue("location").orElseThrow();
            assertThat(location).startsWith("whep/");
            assertThat(rtc.request("DELETE", "/c/front/" + location, "").statusCode())
                    .isEqualTo(200);
            Await.until("the player is told", () -> player.ends.contains(RtcEnd.PEER_LEFT));
            assertThat(rtc.request("DELETE", "/c/front/" + location, "").statusCode())
                    .isEqualTo(404);
            assertThat(ask(player.offer(SetupRole.ACTPASS, RtcTestPeer.H264)).statusCode())
                    .isEqualTo(201);
            assertThat(rtc.described()).contains("sessions=1");
        }
        Await.until("who does not come is forgotten", () -> rtc.described().contains("sessions=0"));
        assertThat(viewers()).isZero();
    }

    /** Each side is done with the handshake at its own time. */
    private void awaitPlaying(RtcTestPeer player) {
        clip.send(agent, EPOCH, 0, clip.units.size());
        Await.until("it plays", () -> !player.units.isEmpty());
    }

    private HttpResponse<String> ask(String offer) {
        return post("/c/front/whep", offer, SDP);
    }

    private HttpResponse<String> post(String path, String body, String type) {
        return rtc.request("POST", path, body, "Content-Type", type, "Authorization", "Bearer " + camera.watchKey());
    }

    private int viewers() {
        return rtc.relay()
                .host()
                .get("/cameras/front/viewers")
                .expect(200)
                .array()
                .size();
    }
}
