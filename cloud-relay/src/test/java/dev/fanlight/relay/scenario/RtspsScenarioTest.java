package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.gateway.rtsp.RtspConfig;
import dev.fanlight.relay.gateway.rtsp.RtspGateway;
import dev.fanlight.relay.gateway.rtsp.RtspTimeouts;
import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FreeUdpPorts;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.RtspPeer;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.RtpReceiver.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RTSP inside TLS, with the relay’s own certificate. */
class RtspsScenarioTest {

    @TempDir
    private Path temp;

    private final int port = FreePort.next();
    private final int udpPort = FreeUdpPorts.next();

    @Test
    void aPlayerWatchesInsideTls() throws Exception {
        try (TestRelay relay = TestRelay.start(
                temp,
                List.of(context -> new RtspGateway(
                        "yard", new RtspConfig(new TcpConfig(0, port), udpPort), RtspTimeouts.STANDARD, context)))) {
            assertThat(relay.server().describe().get("gateway-yard")).asString().contains("tls_port=" + port);
            TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            FlvClip clip = FlvClip.of(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h264-aac.flv")));
            clip.announce(agent, 7);
            try (RtspPeer peer = RtspPeer.over(new LooseTls().connect(port))) {
                String address = "rtsps://127.0.0.1:" + port + "/front";
                RtspPeer.expect(200, peer.request("DESCRIBE", address + "?key=" + camera.watchKey()));
                RtspPeer.expect(
                        461,
                        peer.request(
                                "SETUP", address + "/trackID=0", "Transport: RTP/AVP;unicast;client_port=5000-5001"));
            }
            try (RtspPeer peer = RtspPeer.over(new LooseTls().connect(port))) {
                peer.play("rtsps://127.0.0.1:" + port + "/front?key=" + camera.watchKey(), Format.H264, Format.AAC);
                clip.send(agent, 7, 0, clip.units.size());
                peer.expectUnits(0, clip.of(MediaKind.VIDEO).size());
                peer.expectUnits(2, clip.of(MediaKind.AUDIO).size());
            }
        }
    }
}
