package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.rtmp.RtmpGateway;
import dev.fanlight.relay.gateway.rtmp.RtmpTimeouts;
import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RtmpPeer;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RTMP inside TLS, with the relay’s own certificate and its successors. */
class RtmpsScenarioTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir
    private Path temp;

    private final int port = FreePort.next();
    private final LooseTls tls = new LooseTls();

    @Test
    void aCameraPublishesInsideTlsAndNewConnectionsSeeTheNewestCertificate() throws IOException {
        CertificateSchedule schedule = new CertificateSchedule(Clock.systemUTC(), OFTEN);
        try (TestRelay relay = TestRelay.start(temp, Map.of(), schedule, gateways())) {
            TestCamera camera = relay.invite("front");
            TestViewer viewer = relay.viewer();
            SeenMedia seen = SeenMedia.of(viewer);
            relay.watching(camera, viewer);
            FlvFile clip = FlvFile.read(RtmpRelay.MEDIA.resolve("h264-aac.flv"));
            Certificate before = shown();
            try (RtmpPeer peer = RtmpPeer.over(tls.connect(port))) {
                peer.greet();
                peer.connect("live");
                peer.published(RtmpRelay.newKey(relay, "front").getString("key"));
                Files.delete(temp.resolve("server.crt"));
                Await.until("another certificate is shown", () -> !shown().equals(before));
                clip.tags().forEach(peer::send);
                seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
            }
        }
    }

    @Test
    void behindAProxyThereIsNoCertificateForIt() {
        Map<String, String> settings = Map.of(
                "http.behind_proxy",
                "true",
                "http.trusted_proxies",
                "127.0.0.1",
                "http.public_url",
                "https://cam.example.org");
        assertThatThrownBy(() -> TestRelay.start(temp, settings, CertificateSchedule.STANDARD, gateways()))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("gateways.yard.tls_port needs a certificate of the relay");
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() {
        try (TestRelay first = TestRelay.start(temp.resolve("a"), Map.of(), CertificateSchedule.STANDARD, gateways())) {
            assertThat(first.server().describe().get("gateway-yard")).asString().contains("tls_port=" + port);
            assertThatThrownBy(() ->
                            TestRelay.start(temp.resolve("b"), Map.of(), CertificateSchedule.STANDARD, gateways()))
                    .isInstanceOf(UserException.class)
                    .hasMessage("Port " + port
                            + " is taken or not allowed. Choose another: --set gateways.yard.tls_port=PORT");
        }
    }

    private List<GatewayFactory> gateways() {
        return List.of(context -> new RtmpGateway("yard", new TcpConfig(0, port), RtmpTimeouts.STANDARD, context));
    }

    private Certificate shown() {
        try (SSLSocket socket = tls.connect(port)) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
