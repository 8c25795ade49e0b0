package dev.fanlight.relay.scenario;

import static dev.fanlight.relay.testing.RtspPeer.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.gateway.rtsp.RtspTimeouts;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.LeakWatch;
import dev.fanlight.relay.testing.Memory;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.RtspPeer;
import dev.fanlight.relay.testing.RtspRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.RtpReceiver.Format;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of peers that send anything to the RTSP port, while a player watches there: it gets every unit. */
@Soak
class RtspAttackScenarioTest {

    private static final int SOCKETS = TestScale.of(120, 400);

    /** How often the clip is published meanwhile: more would be faster than a publisher may send. */
    private static final int ROUNDS = 12;

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final long EPOCH = 7;

    private enum Attack {
        SILENCE,
        RANDOM_BYTES,
        HEAD_WITHOUT_AN_END,
        MANY_HEADERS,
        LARGE_BODY,
        INTERLEAVED_WITHOUT_AN_END,
        ANOTHER_VERSION,
        MANY_REQUESTS,
        WRONG_KEY,
        SETUP_WITHOUT_A_KEY,
        FLIPPED_BITS,
        DESCRIBED_AND_GONE_SILENT
    }

    @TempDir
    private Path temp;

    private final Random random = new Random(seed());
    private RtspRelay rtsp;
    private TestCamera camera;
    private TestAgent agent;

    private static long seed() {
        long seed = 202_611_306L;
        System.out.println("seed " + seed);
        return seed;
    }

    @BeforeEach
    void start() {
        rtsp = RtspRelay.start(
                temp, new RtspTimeouts(SHORT, SHORT, RtspTimeouts.STANDARD.silence(), SHORT, Duration.ofMillis(200)));
        camera = rtsp.relay().invite("front");
        agent = rtsp.relay().publishing(camera);
    }

    @AfterEach
    void stop() {
        rtsp.close();
    }

    @Test
    void aPlayerNoticesNothing() throws Exception {
        FlvClip clip = FlvClip.of(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h264-aac.flv")));
        clip.announce(agent, EPOCH);
        List<RtspPeer> attackers = new ArrayList<>();
        try (LeakWatch leaks = new LeakWatch();
                RtspPeer player = rtsp.peer()) {
            player.play(rtsp.address("front?key=" + camera.watchKey()), Format.H264);
            long before = Memory.heapAfterCollection();
            int videos = 0;
            for (int i = 0; i < SOCKETS; i++) {
                attackers.add(attack(Attack.values()[i % Attack.values().length], "127.0.1." + (1 + i % 200)));
                if (i % (SOCKETS / ROUNDS) == 0) {
                    clip.send(agent, EPOCH, 0, clip.units.size());
                    videos += clip.of(MediaKind.VIDEO).size();
                    player.expectUnits(0, videos);
                }
            }
            System.out.println(
                    "heap of " + SOCKETS + " sockets: " + (Memory.heapAfterCollection() - before) / 1024 + " KiB");
            expect(200, player.request("GET_PARAMETER", rtsp.address("front")));
            expect(200, player.request("TEARDOWN", rtsp.address("front")));
            Await.until("all are gone", () -> rtsp.described().contains("connections=0, players=0"));
            assertThat(leaks.leaks()).isEmpty();
        } finally {
            attackers.forEach(RtspPeer::close);
        }
    }

    private RtspPeer attack(Attack attack, String from) {
        RtspPeer peer = RtspPeer.open(from, rtsp.port());
        try {
            send(attack, peer);
        } catch (UncheckedIOException e) {
            // The relay has closed already.
        }
        return peer;
    }

    private void send(Attack attack, RtspPeer peer) {
        String address = rtsp.address("front");
        switch (attack) {
            case SILENCE -> {}
            case RANDOM_BYTES -> peer.write(bytes(1 + random.nextInt(5_000)));
            case HEAD_WITHOUT_AN_END -> write(peer, "DESCRIBE " + "x".repeat(20_000));
            case MANY_HEADERS -> write(peer, "DESCRIBE * RTSP/1.0\r\n" + "a: b\r\n".repeat(200) + "\r\n");
            case LARGE_BODY -> write(peer, "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\nContent-Length: 999999999\r\n\r\n");
            case INTERLEAVED_WITHOUT_AN_END -> write(peer, "$\0\u00ff\u00ff" + "y".repeat(10_000));
            case ANOTHER_VERSION -> write(peer, "OPTIONS * RTSP/2.0\r\nCSeq: 1\r\n\r\n");
            case MANY_REQUESTS -> write(peer, "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n".repeat(1_000));
            case WRONG_KEY -> peer.send("DESCRIBE", address + "?key=" + random.nextInt());
            case SETUP_WITHOUT_A_KEY -> {
                peer.send("SETUP", address + "/trackID=0", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
                peer.send("PLAY", address);
            }
            case FLIPPED_BITS -> {
                byte[] request = ("DESCRIBE " + address + "?key=" + camera.watchKey() + " RTSP/1.0\r\nCSeq: 1\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
                request[random.nextInt(request.length)] ^= (byte) (1 << random.nextInt(8));
                peer.write(request);
            }
            case DESCRIBED_AND_GONE_SILENT -> peer.send("DESCRIBE", address + "?key=" + camera.watchKey());
        }
    }

    private static void write(RtspPeer peer, String text) {
        peer.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
