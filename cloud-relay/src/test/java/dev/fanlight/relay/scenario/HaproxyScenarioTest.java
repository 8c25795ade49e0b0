package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.relay.testing.HaproxySample;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.TestAuthority;
import dev.fanlight.relay.tls.TestAuthority.Format;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A relay behind Debian’s HAProxy, with the configuration of {@code deploy/haproxy}. */
@EnabledIf(
        value = "dev.fanlight.relay.testing.HaproxySample#isInstalled",
        disabledReason = "A relay behind HAProxy is tested where that is installed (apt-get install haproxy).")
class HaproxyScenarioTest {

    @TempDir
    private Path temp;

    private String authority = "";

    @BeforeEach
    void makeCertificate() throws Exception {
        TestAuthority issuer = new TestAuthority();
        KeyPair pair = issuer.newKey("EC");
        authority = issuer.pem();
        Files.writeString(temp.resolve("chain.pem"), issuer.chain(pair, "proxy"));
        Files.writeString(temp.resolve("key.pem"), TestAuthority.pem(pair, Format.PKCS8));
    }

    @Test
    void agentViewerAndChatPassThrough() throws IOException {
        try (TestRelay relay = behindProxy("http.public_host", "localhost");
                HaproxySample proxy = HaproxySample.atRoot(temp, relay.plainPort())) {
            TestCamera camera = relay.invite("front");
            DeviceKey key = DeviceKey.generate(new SecureRandom());
            String device = dial(relay, proxy).join(camera.invitation(), key);
            TestAgent agent = dial(relay, proxy);
            agent.authenticate(device, key);
            agent.expect(Accepted.class);
            agent.announce();
            TestViewer viewer = TestViewer.connectTls(relay.client(), "localhost", proxy.port());
            viewer.watch("front", chatLink(relay));
            viewer.expect(ChatReady.class);
            agent.frame(0, true, 100_000);
            agent.frame(1, false, 5_000);
            viewer.expectFrames(2);
            viewer.say("client-1", "hello");
            viewer.expect(ChatAccepted.class);
            assertThat(viewer.corrupted()).isZero();
        }
    }

    @Test
    void belowAPathPagesAndSocketsPassThroughAndNothingElseDoes() throws Exception {
        try (TestRelay relay = behindProxy("http.public_url", "https://cam.example.org/cam/");
                HaproxySample proxy = HaproxySample.belowAPath(temp, relay.plainPort())) {
            assertThat(head(proxy, "/cam/w/front", "")).startsWith("HTTP/1.1 200");
            assertThat(head(proxy, "/w/front", "")).startsWith("HTTP/1.1 503");
            assertThat(head(proxy, "/cam/w/front", "X-Request-Id: chosen-by-a-client\r\n"))
                    .containsPattern("(?i)x-request-id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\r\n");
            assertThat(head(proxy, "/cam" + SocketPath.VIEW_PATH, """
                Connection: Upgrade\r
                Upgrade: websocket\r
                Origin: https://cam.example.org\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                Sec-WebSocket-Protocol: %s\r
                """.formatted(SocketPath.SUBPROTOCOL)))
                    .startsWith("HTTP/1.1 101");
        }
    }

    private static String head(HaproxySample proxy, String path, String headers) throws Exception {
        try (RawHttp client = new RawHttp(new LooseTls().connect(proxy.port()))) {
            client.send("GET " + path + " HTTP/1.1\r\nHost: cam.example.org\r\n" + headers + "\r\n");
            return client.head();
        }
    }

    private TestRelay behindProxy(String key, String value) {
        return TestRelay.start(
                temp.resolve("state"),
                Map.of("http.behind_proxy", "true", key, value, "http.trusted_proxies", "127.0.0.1"),
                CertificateSchedule.STANDARD,
                Optional.of(authority));
    }

    private static String chatLink(TestRelay relay) {
        return relay.host()
                .post("/cameras/front/links", new JsonObject().put("can", "chat"))
                .expect(201)
                .json()
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
    }

    private static TestAgent dial(TestRelay relay, HaproxySample proxy) {
        return TestAgent.connect(relay.client(), proxy.port()).byWebPki();
    }
}
