package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.rtp.NalPacketizer;
import dev.fanlight.media.rtp.OpusPacketizer;
import dev.fanlight.media.rtp.RtpPacketizer;
import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import dev.fanlight.media.srtp.SrtpProfile;
import dev.fanlight.protocol.sdp.MediaDirection;
import dev.fanlight.protocol.sdp.SdpException;
import dev.fanlight.protocol.sdp.SetupRole;
import dev.fanlight.relay.gateway.webrtc.WebRtcTimeouts;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.RtcTestPeer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.WebRtcRelay;
import dev.fanlight.relay.webrtc.RtcEnd;
import dev.fanlight.relay.webrtc.RtcPeer;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishers by WHIP: what they send is what players by WHEP get. */
class WhipScenarioTest {

    private static final String SDP = "application/sdp";

    @TempDir
    private Path temp;

    private WebRtcRelay rtc;
    private TestCamera camera;
    private JsonObject key;
    private FlvClip clip;

    @BeforeEach
    void start() throws Exception {
        rtc = WebRtcRelay.start(temp.resolve("state"), WebRtcTimeouts.STANDARD);
        camera = rtc.relay().invite("front");
        key = RtmpRelay.newKey(rtc.relay(), "front");
        clip = WebRtcRelay.clip();
    }

    @AfterEach
    void stop() {
        rtc.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTPASS", "PASSIVE"})
    void whatIsPublishedArrives(SetupRole setup) throws Exception {
        try (RtcTestPeer publisher = RtcTestPeer.open();
                RtcTestPeer player = RtcTestPeer.open()) {
            connect(publisher, setup);
            Publication publication = new Publication(publisher, new Random(1));
            publication.play(0);
            player.connect(post(
                    "whep", player.offer(SetupRole.ACTPASS, RtcTestPeer.H264, RtcTestPeer.OPUS), camera.watchKey()));
            publication.awaitEnd("the player has come to the end", player, 0);
            assertThat(player.units.get(0)).as("parameter sets and a key frame").hasSizeGreaterThan(2);
            Await.until("sound is there", () -> !player.sounds.isEmpty());
            assertThat(player.sounds).isSubsetOf(sounds());
        }
    }

    @Test
    void whatIsMissedIsAskedForAndAfterALossAKeyFrameIs() throws Exception {
        try (RtcTestPeer publisher = RtcTestPeer.open()) {
            connect(publisher, SetupRole.ACTPASS);
            new Publication(publisher, new Random(1)).play(3);
            Await.until(
                    "packets are asked for",
                    () -> publisher.reports.stream().anyMatch(RtcpEvent.Missing.class::isInstance));
            Await.until(
                    "a key frame is asked for",
                    () -> publisher.reports.stream().anyMatch(RtcpEvent.KeyFrameNeeded.class::isInstance));
        }
    }

    @Test
    void anotherSourceGoesOnWithTheVideo() throws Exception {
        try (RtcTestPeer publisher = RtcTestPeer.open();
                RtcTestPeer player = RtcTestPeer.open()) {
            connect(publisher, SetupRole.ACTPASS);
            Publication first = new Publication(publisher, new Random(1));
            first.play(0);
            player.connect(post("whep", player.offer(SetupRole.ACTPASS, RtcTestPeer.H264), camera.watchKey()));
            first.awaitEnd("the first source is there", player, 0);
            int before = player.units.size();
            // Its numbers begin below those of the first.
            Publication second = new Publication(publisher, new Random(29));
            second.play(0);
            second.awaitEnd("the second source is there", player, before);
        }
    }

    @Test
    void revokingTheKeyEndsItsPublisher() throws Exception {
        try (RtcTestPeer publisher = RtcTestPeer.open()) {
            connect(publisher, SetupRole.ACTPASS);
            new Publication(publisher, new Random(1)).play(0);
            rtc.relay()
                    .host()
                    .delete("/cameras/front/publish-keys/" + key.getString("id"))
                    .expect(204);
            Await.until("the publisher is told", () -> publisher.ends.contains(RtcEnd.PEER_LEFT));
            assertThat(ask(publisher, SetupRole.ACTPASS).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoMayNotPublishReadsWhy() {
        try (RtcTestPeer publisher = RtcTestPeer.open()) {
            String offer = publisher.offer(SetupRole.ACTPASS, MediaDirection.SENDONLY, RtcTestPeer.H264);
            assertThat(post("whip", offer, "wrong").statusCode()).isEqualTo(401);
            assertThat(post("whip", offer, camera.watchKey()).statusCode()).isEqualTo(401);
            HttpResponse<String> soundOnly = post(
                    "whip",
                    publisher.offer(SetupRole.ACTPASS, MediaDirection.SENDONLY, RtcTestPeer.OPUS),
                    key.getString("key"));
            assertThat(soundOnly.statusCode()).isEqualTo(406);
            assertThat(post("whip", "v=0", key.getString("key")).statusCode()).isEqualTo(400);
            assertThat(rtc.described()).contains("sessions=0");
        }
    }

    /** Connects, and waits until the relay publishes what comes: each side is done with the handshake at its own time. */
    private void connect(RtcTestPeer publisher, SetupRole setup) throws SdpException {
        publisher.connect(ask(publisher, setup));
        Await.until(
                "the camera is online",
                () -> rtc.relay().host().get("/status").expect(200).json().getInteger("cameras_online") == 1);
    }

    private HttpResponse<String> ask(RtcTestPeer publisher, SetupRole setup) {
        return post(
                "whip",
                publisher.offer(setup, MediaDirection.SENDONLY, RtcTestPeer.H264, RtcTestPeer.OPUS),
                key.getString("key"));
    }

    private HttpResponse<String> post(String kind, String body, String key) {
        return rtc.request("POST", "/c/front/" + kind, body, "Content-Type", SDP, "Authorization", "Bearer " + key);
    }

    /** So often nothing new has come: then nothing comes any more. */
    private static final int LOOKS_IN_VAIN = 500;

    /** The clip, again and again, from one source. */
    private final class Publication {

        private final RtcTestPeer publisher;
        private final RtpStream video;
        private final RtpStream sound;
        private final H264Config config;
        private final long length;
        private long begin;
        private int seen;
        private int looks;

        Publication(RtcTestPeer publisher, Random source) {
            this.publisher = publisher;
            this.video = new RtpStream(RtcTestPeer.H264.payloadType(), 90_000, source);
            this.sound = new RtpStream(RtcTestPeer.OPUS.payloadType(), 48_000, new Random(2));
            this.config = (H264Config) clip.tracks.stream()
                    .filter(track -> track.kind() == MediaKind.VIDEO)
                    .findFirst()
                    .orElseThrow()
                    .config();
            AccessUnit last = clip.units.get(clip.units.size() - 1);
            this.length = last.captureMicros() - clip.units.get(0).captureMicros() + 100_000;
        }

        /** Sends it once, without its packet {@code missing} of the video; 0 for all. */
        void play(int missing) {
            int[] sent = {0};
            long shift = begin;
            begin += length;
            publisher.run(peer -> clip.units.forEach(unit -> {
                boolean isVideo = unit.kind() == MediaKind.VIDEO;
                RtpPacketizer packetizer = isVideo ? NalPacketizer.of(config, 300) : new OpusPacketizer();
                for (RtpPayload payload : split(packetizer, unit)) {
                    sent[0] += isVideo ? 1 : 0;
                    RtpStream stream = isVideo ? video : sound;
                    send(peer, stream, payload, unit.captureMicros() + shift, isVideo && sent[0] == missing);
                }
            }));
        }

        /** Waits until a player has its last frame behind its first {@code known}; a busy computer drops packets, so it is sent again. */
        void awaitEnd(String what, RtcTestPeer player, int known) throws Exception {
            List<AccessUnit> videos = clip.of(MediaKind.VIDEO);
            List<ByteBuffer> newest = slices(videos.get(videos.size() - 1));
            Await.until(what, () -> {
                int before = player.units.size();
                if (player.units.subList(known, before).contains(newest)) {
                    return true;
                }
                looks = before == seen ? looks + 1 : 0;
                seen = before;
                if (looks == LOOKS_IN_VAIN) {
                    looks = 0;
                    play(0);
                }
                return false;
            });
        }
    }

    private static void send(RtcPeer peer, RtpStream stream, RtpPayload payload, long captureMicros, boolean isLost) {
        int size = RtpStream.size(payload);
        byte[] packet = new byte[size + SrtpProfile.MAX_OVERHEAD_BYTES];
        stream.write(payload, captureMicros, ByteBuffer.wrap(packet));
        int length = peer.protect(packet, size);
        if (!isLost) {
            peer.send(packet, length);
        }
    }

    private static List<RtpPayload> split(RtpPacketizer packetizer, AccessUnit unit) {
        try {
            return packetizer.split(unit.key(), unit.payload().bytes());
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
    }

    private static List<ByteBuffer> slices(AccessUnit unit) throws Exception {
        return NalUnits.splitLengthPrefixed(unit.payload().bytes()).stream()
                .filter(nal -> (nal.get(0) & 0x1F) < 6)
                .toList();
    }

    private List<ByteBuffer> sounds() {
        return clip.of(MediaKind.AUDIO).stream()
                .map(unit -> ByteBuffer.wrap(unit.payload().toArray()))
                .toList();
    }
}
