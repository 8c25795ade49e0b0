package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.TestAuthority;
import dev.fanlight.relay.tls.TestAuthority.Format;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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

/** A relay behind Debian’s Caddy, which has the certificate. */
@EnabledIf(
        value = "caddyIsInstalled",
        disabledReason = "A relay behind a proxy is tested where caddy is installed (apt-get install caddy).")
class ProxyScenarioTest {

    private static final Path CADDY = Path.of("/usr/bin/caddy");

    @TempDir
    private Path temp;

    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private TestRelay relay;
    private Process caddy;
    private int proxyPort;

    static boolean caddyIsInstalled() {
        return Files.isExecutable(CADDY);
    }

    @BeforeEach
    void start() throws Exception {
        TestAuthority authority = new TestAuthority();
        relay = TestRelay.start(
                temp.resolve("state"),
                Map.of(
                        "http.behind_proxy", "true",
                        "http.public_host", "localhost",
                        "http.trusted_proxies", "127.0.0.1"),
                CertificateSchedule.STANDARD,
                Optional.of(authority.pem()));
        proxyPort = FreePort.next();
        startCaddy(authority);
    }

    @AfterEach
    void stop() {
        relay.close();
        caddy.destroyForcibly();
    }

    @Test
    void agentsAndPlayersPassThroughTheProxy() {
        TestCamera camera = relay.invite("front");
        String device = dial().join(camera.invitation(), key);
        TestAgent agent = dial();
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        agent.announce();
        TestViewer viewer = relay.watching(camera, TestViewer.connectTls(relay.client(), "localhost", proxyPort));
        agent.frame(0, true, 100_000);
        agent.frame(1, false, 5_000);
        viewer.expectFrames(2);
        assertThat(viewer.corrupted()).isZero();
    }

    @Test
    void agentThatNamesTheProxysOwnKeyIsRefused() {
        TestCamera camera = relay.invite("front");
        String device = dial().join(camera.invitation(), key);
        TestAgent agent = TestAgent.connect(relay.client(), proxyPort);
        agent.authenticate(device, key);
        agent.assertClosed(4401, "not_authentic");
    }

    @Test
    void nothingIsOpenButThePlainPortAndAgentsDoNotComeThereAlone() {
        assertThat(relay.server().port()).isEqualTo(relay.plainPort());
        assertThat(relay.server().certificate()).isEmpty();
        assertThatThrownBy(() -> relay.client()
                        .connect(new io.vertx.core.http.WebSocketConnectOptions()
                                .setHost("127.0.0.1")
                                .setPort(relay.plainPort())
                                .setURI(dev.fanlight.protocol.SocketPath.AGENT_PATH)
                                .setAllowOriginHeader(false)
                                .addSubProtocol(dev.fanlight.protocol.SocketPath.SUBPROTOCOL))
                        .await())
                .hasMessageContaining("404");
    }

    private TestAgent dial() {
        return TestAgent.connect(relay.client(), proxyPort).byWebPki();
    }

    private void startCaddy(TestAuthority authority) throws Exception {
        KeyPair pair = authority.newKey("EC");
        Files.writeString(temp.resolve("chain.pem"), authority.chain(pair, "proxy"));
        Files.writeString(temp.resolve("key.pem"), TestAuthority.pem(pair, Format.PKCS8));
        Files.writeString(temp.resolve("Caddyfile"), """
                {
                	admin off
                	auto_https disable_redirects
                	default_bind 127.0.0.1
                }
                https://localhost:%d {
                	tls %s %s
                	reverse_proxy 127.0.0.1:%d
                }
                """.formatted(
                        proxyPort, temp.resolve("chain.pem"), temp.resolve("key.pem"), relay.plainPort()));
        ProcessBuilder builder = new ProcessBuilder(
                        CADDY.toString(),
                        "run",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        temp.resolve("Caddyfile").toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("caddy.log").toFile());
        builder.environment().put("HOME", temp.toString());
        builder.environment().put("XDG_DATA_HOME", temp.toString());
        builder.environment().put("XDG_CONFIG_HOME", temp.toString());
        caddy = builder.start();
        Await.until("caddy listens", this::caddyListens);
    }

    private boolean caddyListens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxyPort)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
