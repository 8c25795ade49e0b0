package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.relay.config.TlsMode;
import dev.fanlight.relay.testing.LiveSockets;
import dev.fanlight.relay.testing.Pebble;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.TurnableClock;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.CertificateState;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Certificates ordered from an authority that really looks, while people watch. */
@EnabledIf(
        value = "dev.fanlight.relay.testing.Pebble#isInstalled",
        disabledReason = "Orders by ACME are tested where pebble is installed (apt-get install pebble).")
class AcmeScenarioTest {

    private static final String HOST = "cam.example.test";

    /** Longer than the first pause after a failure. */
    private static final Duration NEXT_TRY = Duration.ofMinutes(8);

    @TempDir
    private Path temp;

    private final TurnableClock clock = new TurnableClock();
    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private Pebble pebble;
    private TestRelay relay;
    private int httpPort;

    @BeforeEach
    void start() throws Exception {
        pebble = new Pebble(temp.resolve("pebble"));
        httpPort = FreePort.next();
        relay = TestRelay.start(
                temp.resolve("state"),
                Map.of(
                        "tls.mode",
                        "acme",
                        "http.public_host",
                        HOST,
                        "acme.names",
                        "www." + HOST,
                        "acme.email",
                        "owner@example.test",
                        "acme.accept_terms",
                        "true",
                        "acme.http_port",
                        String.valueOf(httpPort),
                        "acme.directory",
                        pebble.directory(),
                        "acme.trust",
                        pebble.trust()),
                new CertificateSchedule(clock, Duration.ofMillis(100)),
                Optional.empty());
    }

    @AfterEach
    void stop() {
        relay.close();
        pebble.close();
    }

    @Test
    void certificateIsOrderedServedAndRenewedWhilePeopleWatch() throws IOException {
        String own = relay.agent().serverKey();
        Await.until("told why not", () -> state().lastError().isPresent());
        assertThat(state().lastError().orElseThrow()).contains("cannot be reached");
        pebble.start(httpPort);
        String root = pebble.root(relay.vertx());
        clock.turn(NEXT_TRY);
        Await.until("the first certificate, " + state(), () -> isFromPebble(state()));
        assertThat(state().mode()).isEqualTo(TlsMode.ACME);
        assertThat(state().names()).containsExactlyInAnyOrder(HOST, "www." + HOST);
        Await.until("no more trouble", () -> state().lastError().isEmpty());
        WebSocketClient client = trusting(root);
        TestCamera camera = relay.invite("front");
        String device = dial(client).join(camera.invitation(), key);
        LiveSockets live = LiveSockets.open(
                relay,
                camera,
                TestViewer.connectTls(client, "localhost", relay.server().port()),
                () -> dial(client),
                device,
                key);
        String first = live.agent.serverKey();
        assertThat(first).isNotEqualTo(own);
        Instant firstEnd = state().notAfter();
        renewEarly(firstEnd);
        live.assertAlive();
        TestAgent late = dial(client);
        assertThat(late.serverKey()).isNotEqualTo(first);
        late.authenticate(device, key);
        late.expect(Accepted.class);
        assertThat(late.isClosed()).isFalse();
        assertSecret("acme.pem");
        assertSecret("acme-account.key");
    }

    @Test
    void thePortForChecksAnswersNothingElse() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI base = URI.create("http://127.0.0.1:" + httpPort);
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(base.resolve("/w/front?a=b")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location"))
                .contains("https://" + HOST + ":" + relay.server().port() + "/w/front?a=b");
        assertThat(page.body()).isEmpty();
        HttpResponse<String> guess = client.send(
                HttpRequest.newBuilder(base.resolve("/.well-known/acme-challenge/guess"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(guess.statusCode()).isEqualTo(404);
        assertThat(guess.body()).isEmpty();
    }

    /** Turns the clock to the last third of the certificate’s life, and back once it is renewed. */
    private void renewEarly(Instant end) {
        String before = relay.server().certificate().orElseThrow().toString();
        clock.turn(Duration.between(Instant.now(), end).minusDays(30));
        Await.until(
                "a renewed certificate",
                () -> !relay.server().certificate().orElseThrow().toString().equals(before)
                        && state().notAfter().isAfter(end));
        clock.turn(Duration.ZERO);
    }

    private TestAgent dial(WebSocketClient client) {
        return TestAgent.connect(client, relay.server().port()).byWebPki();
    }

    private WebSocketClient trusting(String root) {
        return relay.vertx()
                .createWebSocketClient(new WebSocketClientOptions()
                        .setVerifyHost(false)
                        .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(root))));
    }

    private void assertSecret(String file) throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(temp.resolve("state").resolve(file))))
                .isEqualTo("rw-------");
    }

    private static boolean isFromPebble(CertificateState state) {
        return state.issuer().contains("Pebble");
    }

    private CertificateState state() {
        return relay.server().certificate().orElseThrow();
    }
}
