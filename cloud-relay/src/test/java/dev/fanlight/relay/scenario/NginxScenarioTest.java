package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.relay.testing.FlvPlayer;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.TestAuthority;
import dev.fanlight.relay.tls.TestAuthority.Format;
import dev.fanlight.testing.NginxSample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A relay behind Debian’s nginx, with the configuration of {@code deploy/nginx}. */
@EnabledIf(
        value = "dev.fanlight.testing.NginxSample#isInstalled",
        disabledReason = "A relay behind nginx is tested where that is installed (apt-get install nginx-light).")
class NginxScenarioTest {

    @TempDir
    private Path temp;

    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private TestRelay relay;
    private NginxSample nginx;

    @BeforeEach
    void start() throws Exception {
        TestAuthority authority = new TestAuthority();
        KeyPair pair = authority.newKey("EC");
        Files.writeString(temp.resolve("chain.pem"), authority.chain(pair, "proxy"));
        Files.writeString(temp.resolve("key.pem"), TestAuthority.pem(pair, Format.PKCS8));
        relay = TestRelay.start(
                temp.resolve("state"),
                Map.of(
                        "http.behind_proxy", "true",
                        "http.public_host", "localhost",
                        "http.trusted_proxies", "127.0.0.1"),
                CertificateSchedule.STANDARD,
                FlvPlayer.gateways(),
                Optional.of(authority.pem()));
        nginx = NginxSample.start(temp, Map.of("127.0.0.1:8080", "127.0.0.1:" + relay.plainPort()));
    }

    @AfterEach
    void stop() {
        relay.close();
        nginx.close();
    }

    @Test
    void theRequestIdIsThatOfNginxWhateverAClientSays() throws Exception {
        try (RawHttp asker = new RawHttp(new LooseTls().connect(nginx.port))) {
            asker.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: chosen-by-a-client\r\n\r\n");
            assertThat(asker.head()).containsPattern("(?i)x-request-id: [0-9a-f]{32}\r\n");
        }
    }

    @Test
    void agentsViewersAndOtherPlayersPassThroughAtOnce() throws Exception {
        TestCamera camera = relay.invite("front");
        String device = dial().join(camera.invitation(), key);
        TestAgent agent = dial();
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        agent.announce();
        TestViewer viewer = relay.watching(camera, TestViewer.connectTls(relay.client(), "localhost", nginx.port));
        try (RawHttp player = new RawHttp(new LooseTls().connect(nginx.port))) {
            player.send("GET /live/front.flv?key=" + camera.watchKey() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(player.head()).startsWith("HTTP/1.1 200");
            agent.frame(0, true, 1_000);
            viewer.expectFrames(1);
            // Far less than a buffer of nginx: its arrival shows that there is none.
            assertThat(new String(player.read(16), StandardCharsets.ISO_8859_1)).contains("FLV");
        }
        assertThat(viewer.corrupted()).isZero();
    }

    private TestAgent dial() {
        return TestAgent.connect(relay.client(), nginx.port).byWebPki();
    }
}
