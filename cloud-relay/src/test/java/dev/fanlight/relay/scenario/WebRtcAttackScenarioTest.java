package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.sdp.SetupRole;
import dev.fanlight.protocol.stun.IcePassword;
import dev.fanlight.protocol.stun.StunMessage;
import dev.fanlight.protocol.stun.StunWriter;
import dev.fanlight.relay.gateway.webrtc.WebRtcTimeouts;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.RtcTestPeer;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.WebRtcRelay;
import dev.fanlight.testing.Await;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers and hostile peers at the port of WebRTC: they get nothing, and take nothing from others. */
class WebRtcAttackScenarioTest {

    private static final long SEED = 20_261_130;
    private static final int INPUTS = 5_000;
    private static final long EPOCH = 7;
    private static final int SILENCE_MILLIS = 300;
    private static final int MOST_BYTES = 1_400;

    @TempDir
    private Path temp;

    private final Random random = new Random(SEED);
    private WebRtcRelay rtc;
    private TestCamera camera;
    private TestAgent agent;
    private FlvClip clip;

    @BeforeEach
    void start() throws Exception {
        rtc = WebRtcRelay.start(temp.resolve("state"), WebRtcTimeouts.STANDARD);
        camera = rtc.relay().invite("front");
        agent = rtc.relay().publishing(camera);
        clip = WebRtcRelay.clip();
        clip.announce(agent, EPOCH);
    }

    @AfterEach
    void stop() {
        rtc.close();
    }

    @Test
    void strangersAreNotAnsweredAndAPlayerGoesOn() throws Exception {
        try (RtcTestPeer player = player();
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            stranger.setSoTimeout(SILENCE_MILLIS);
            for (int i = 0; i < INPUTS; i++) {
                send(stranger, input());
            }
            player.receive(clip, agent, EPOCH);
            assertThat(player.units).hasSameSizeAs(clip.of(MediaKind.VIDEO));
            assertSilent(stranger);
            assertThat(player.ends).isEmpty();
            assertThat(rtc.described()).contains("sessions=1");
        }
    }

    @Test
    void aPeerWhoseBytesAreBrokenEndsItselfAtMost() throws Exception {
        try (RtcTestPeer player = player();
                RtcTestPeer hostile = player()) {
            hostile.run(peer -> {
                for (int i = 0; i < INPUTS; i++) {
                    byte[] bytes = input();
                    peer.send(bytes, Math.min(bytes.length, MOST_BYTES));
                }
            });
            hostile.run(peer -> {
                for (int i = 0; i < INPUTS / 10; i++) {
                    byte[] compound = new byte[8 + random.nextInt(300)];
                    random.nextBytes(compound);
                    compound[0] = (byte) 0x81;
                    compound[1] = (byte) (200 + random.nextInt(8));
                    peer.report(compound);
                }
            });
            player.receive(clip, agent, EPOCH);
            assertThat(player.units).hasSameSizeAs(clip.of(MediaKind.VIDEO));
            assertThat(player.ends).isEmpty();
        }
        Await.until("nothing is left", () -> rtc.described().contains("sessions=0"));
    }

    @Test
    void theStreamGoesWhereThePlayerSaysOnlyWhenItIsThere() throws Exception {
        try (RtcTestPeer player = player();
                DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            other.setSoTimeout(10_000);
            send(other, player.nomination());
            StunMessage check = check(other);
            clip.send(agent, EPOCH, 0, clip.units.size() / 2);
            Await.until("the video goes where it went", () -> !player.units.isEmpty());
            assertThat(check.isFromControlled()).isTrue();
            send(other, player.nomination());
            send(other, player.answer(check(other), (InetSocketAddress) other.getLocalSocketAddress()));
            clip.send(agent, EPOCH, clip.units.size() / 2, clip.units.size());
            awaitMedia(other);
        }
    }

    private static StunMessage check(DatagramSocket socket) throws Exception {
        while (true) {
            Optional<StunMessage> message = StunMessage.parse(receive(socket));
            if (message.filter(its -> its.type() == StunMessage.Type.REQUEST).isPresent()) {
                return message.get();
            }
        }
    }

    private static void awaitMedia(DatagramSocket socket) throws Exception {
        while (Byte.toUnsignedInt(receive(socket).get(0)) < 128) {
            // A check that was on its way.
        }
    }

    private static ByteBuffer receive(DatagramSocket socket) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
        socket.receive(packet);
        return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    }

    private RtcTestPeer player() throws Exception {
        RtcTestPeer player = RtcTestPeer.open();
        HttpResponse<String> answer = rtc.request(
                "POST",
                "/c/front/whep",
                player.offer(SetupRole.ACTPASS, RtcTestPeer.H264),
                "Content-Type",
                "application/sdp",
                "Authorization",
                "Bearer " + camera.watchKey());
        player.connect(answer);
        return player;
    }

    /** Something of each kind that the first byte tells apart, and checks with a wrong name or password. */
    private byte[] input() {
        byte[] bytes = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 3_000 : 200)];
        random.nextBytes(bytes);
        switch (random.nextInt(5)) {
            case 0 -> {
                byte[] check = StunWriter.request(
                        new byte[12], "abcdefghijkl:me", 1, true, new IcePassword("wrong".repeat(5)));
                check[random.nextInt(check.length)] ^= (byte) (1 << random.nextInt(8));
                return check;
            }
            case 1 -> bytes[0] = (byte) random.nextInt(4);
            case 2 -> bytes[0] = (byte) (20 + random.nextInt(44));
            case 3 -> bytes[0] = (byte) (128 + random.nextInt(64));
            default -> {}
        }
        return bytes;
    }

    private void send(DatagramSocket socket, byte[] bytes) throws Exception {
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), rtc.udpPort()));
    }

    private static void assertSilent(DatagramSocket socket) throws Exception {
        try {
            socket.receive(new DatagramPacket(new byte[2_000], 2_000));
            throw new AssertionError("a stranger was answered");
        } catch (SocketTimeoutException e) {
            // As it should be.
        }
    }
}
