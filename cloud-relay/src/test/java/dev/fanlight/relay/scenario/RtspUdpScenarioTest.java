package dev.fanlight.relay.scenario;

import static dev.fanlight.relay.testing.RtspPeer.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.gateway.rtsp.RtspTimeouts;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FreeUdpPorts;
import dev.fanlight.relay.testing.GStreamerPlayer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.RtspPeer;
import dev.fanlight.relay.testing.RtspPeer.Response;
import dev.fanlight.relay.testing.RtspRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.RtpReceiver;
import dev.fanlight.testing.RtpReceiver.Format;
import dev.fanlight.testing.StartsProcesses;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Players that want RTP by UDP, where the relay has ports for that. */
class RtspUdpScenarioTest {

    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final int PATIENCE_MILLIS = 30_000;
    private static final long EPOCH = 7;

    @TempDir
    private Path temp;

    private final int udpPort = FreeUdpPorts.next();
    private RtspRelay rtsp;
    private TestCamera camera;
    private FlvClip clip;
    private TestAgent agent;

    @BeforeEach
    void start() throws Exception {
        RtspTimeouts standard = RtspRelay.TIMEOUTS;
        RtspTimeouts timeouts =
                new RtspTimeouts(standard.request(), standard.tracks(), standard.silence(), IDLE, standard.close());
        rtsp = RtspRelay.start(temp.resolve("state"), timeouts, udpPort);
        camera = rtsp.relay().invite("front");
        clip = FlvClip.of(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h264-aac.flv")));
        agent = rtsp.relay().publishing(camera);
        clip.announce(agent, EPOCH);
    }

    @AfterEach
    void stop() {
        rtsp.close();
    }

    @Test
    void packetsAndReportsComeFromTheTwoPortsUntilThePlayerSaysNothingAnyMore() throws Exception {
        try (RtspPeer peer = rtsp.peer();
                DatagramSocket rtp = socket();
                DatagramSocket rtcp = socket()) {
            expect(200, peer.request("DESCRIBE", url()));
            String offer = "RTP/AVP;unicast;client_port=" + rtp.getLocalPort() + "-" + rtcp.getLocalPort();
            Response setUp = peer.request("SETUP", rtsp.address("front/trackID=0"), "Transport: " + offer);
            assertThat(expect(200, setUp).headers())
                    .containsEntry("transport", offer + ";server_port=" + udpPort + "-" + (udpPort + 1));
            expect(200, peer.request("PLAY", rtsp.address("front")));
            clip.send(agent, EPOCH, 0, clip.units.size());
            RtpReceiver receiver = new RtpReceiver(Format.H264);
            List<AccessUnit> videos = clip.of(MediaKind.VIDEO);
            while (receiver.units.size() < videos.size()) {
                receiver.take(received(rtp, udpPort));
            }
            assertThat(received(rtcp, udpPort + 1).getShort(0)).isEqualTo((short) 0x80C8);
            peer.expectEnd();
        }
        Await.until("it plays no more", () -> rtsp.described().contains("players=0"));
    }

    @Test
    @StartsProcesses
    void gStreamerGetsEveryUnit() throws Exception {
        GStreamerPlayer.assumeInstalled();
        int count = clip.of(MediaKind.VIDEO).size() - 1;
        try (GStreamerPlayer player = GStreamerPlayer.h264(url(), "udp", count)) {
            Await.until("it plays", () -> rtsp.described().contains("players=1"));
            clip.send(agent, EPOCH, 0, clip.units.size());
            assertThat(player.output()).hasSize(count).allMatch(line -> line.matches("[0-9a-f]{32}"));
        }
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() {
        assertThatThrownBy(() -> RtspRelay.start(temp.resolve("other"), RtspRelay.TIMEOUTS, udpPort))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "UDP port " + udpPort
                                + " or the next one is taken or not allowed. Choose another: --set gateways.rtsp.udp_port=PORT");
    }

    private String url() {
        return rtsp.address("front?key=" + camera.watchKey());
    }

    private static DatagramSocket socket() throws Exception {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static ByteBuffer received(DatagramSocket socket, int from) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
        socket.receive(packet);
        assertThat(packet.getPort()).isEqualTo(from);
        byte[] bytes = new byte[packet.getLength()];
        System.arraycopy(packet.getData(), 0, bytes, 0, bytes.length);
        return ByteBuffer.wrap(bytes);
    }
}
