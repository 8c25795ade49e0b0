package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.TestAuthority;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that a proxy serves below a path, and proxies that leave out headers; the test sends what such proxies send. */
class PathPrefixScenarioTest {

    private static final String ORIGIN = "Origin: https://cam.example.org\r\n";

    @TempDir
    private Path temp;

    private final Warnings warnings = new Warnings();
    private TestRelay relay;

    @BeforeEach
    void start() throws Exception {
        warnings.listen();
        relay = TestRelay.start(
                temp.resolve("state"),
                Map.of(
                        "http.behind_proxy",
                        "true",
                        "http.public_url",
                        "https://cam.example.org/cam/",
                        "http.trusted_proxies",
                        "127.0.0.1"),
                CertificateSchedule.STANDARD,
                Optional.of(new TestAuthority().pem()));
    }

    @AfterEach
    void stop() {
        relay.close();
        warnings.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cam"})
    void pagesAndApiAreAnsweredWhetherTheProxyTakesThePrefixOffOrNot(String prefix) throws IOException {
        String page = get(prefix + "/w/front");
        assertThat(page).startsWith("HTTP/1.1 200").contains("Content-Security-Policy: default-src 'none'");
        Matcher script = Pattern.compile("src=\"\\.\\./(assets/[^\"]+\\.js)\"").matcher(page);
        assertThat(script.find()).isTrue();
        assertThat(get(prefix + "/" + script.group(1)))
                .startsWith("HTTP/1.1 200")
                .contains("immutable");
        assertThat(get(prefix + "/w/front/")).contains("src=\"../../assets/");
        assertThat(get(prefix + "/")).startsWith("HTTP/1.1 200").contains("src=\"./assets/");
        assertThat(get(prefix + "/admin")).startsWith("HTTP/1.1 200").contains("src=\"./assets/");
        assertThat(get(prefix + "/api/v1/public")).startsWith("HTTP/1.1 200").endsWith("[]");
        assertThat(get(prefix + "/api/v1/nothing")).startsWith("HTTP/1.1 404").contains("\"code\":\"not_found\"");
        assertThat(get(prefix + "/nothing")).startsWith("HTTP/1.1 404").contains("Content-Security-Policy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cam"})
    void browserThatLooksForAPageWhereThereIsNoneGetsOneThatSaysSo(String prefix) throws IOException {
        assertThat(browse(prefix + "/nothing"))
                .startsWith("HTTP/1.1 404")
                .contains("Content-Security-Policy")
                .contains("src=\"./assets/");
        assertThat(browse(prefix + "/nothing/here")).startsWith("HTTP/1.1 404").contains("src=\"../assets/");
        assertThat(browse(prefix + "/a/b/c/d/e")).startsWith("HTTP/1.1 404").endsWith("There is nothing here.\n");
        assertThat(get(prefix + "/nothing")).startsWith("HTTP/1.1 404").endsWith("There is nothing here.\n");
        assertThat(browse(prefix + "/api/v1/nothing")).contains("\"code\":\"not_found\"");
    }

    @Test
    void prefixAloneLeadsToTheHomePage() throws IOException {
        assertThat(get("/cam")).startsWith("HTTP/1.1 308").contains("Location: /cam/\r\n");
        assertThat(get("/camera/w/front")).startsWith("HTTP/1.1 404");
    }

    @Test
    void prefixIsTakenOffOnce() throws IOException {
        assertThat(get("/cam/cam/w/front")).startsWith("HTTP/1.1 404").contains("Content-Security-Policy");
        assertThat(get("/cam/cam")).startsWith("HTTP/1.1 404");
        assertThat(get("/cam".repeat(900) + "/w/front")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/cam/w/front",
                "http://127.0.0.1:1/w/front",
                "/%63am/w/front",
                "/x/../cam/w/front",
                "/cam/w/front?mode=mse"
            })
    void pageIsFoundHoweverTheRequestWritesItsPath(String target) throws IOException {
        assertThat(get(target)).startsWith("HTTP/1.1 200").contains("src=\"../assets/");
    }

    @Test
    void linksLeadBelowThePrefix() {
        JsonObject invited = relay.host()
                .call("POST", "/cameras", Optional.of(new JsonObject().put("camera", "front")))
                .json();
        assertThat(invited.getString("join")).startsWith("wss://cam.example.org/cam/#1.webpki.");
        assertThat(invited.getJsonArray("watch").getString(0)).startsWith("https://cam.example.org/cam/w/front#");
        assertThat(relay.server().addresses().page(Optional.empty(), "/admin"))
                .containsExactly("https://cam.example.org/cam/admin");
        assertThat(relay.server().addresses().page(Optional.of("other.example.org"), "/admin"))
                .containsExactly("https://other.example.org/cam/admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cam"})
    void socketsAndSessionsWorkBehindAProxyThatPassesOnNeitherHostNorScheme(String prefix) throws IOException {
        String key = relay.invite("front").watchKey();
        String body = "{\"camera\":\"front\",\"key\":\"" + key + "\"}";
        assertThat(ask("POST " + prefix + "/api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\n" + ORIGIN
                        + "X-Fanlight: 1\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Set-Cookie: __Host-fanlight-watch=");
        try (RawSocket socket = socket("127.0.0.1", prefix + SocketPath.VIEW_PATH, ORIGIN)) {
            assertThat(socket.settle()).isEmpty();
        }
    }

    @Test
    void pageOfAnotherOriginStillGetsNoSocketAndTheLogNamesTheCause() {
        assertThatThrownBy(() -> socket("127.0.0.1", SocketPath.VIEW_PATH, "Origin: https://evil.example\r\n")
                        .close())
                .hasMessageStartingWith("HTTP/1.1 403");
        assertThat(warnings.lines)
                .anyMatch(line -> line.contains("X-Forwarded-Proto") && line.contains("http.public_url"));
    }

    @Test
    void handshakeThatLostItsUpgradeHeaderIsNamedInTheLogAndAnsweredSo() throws IOException {
        String answer = ask("GET " + SocketPath.VIEW_PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + ORIGIN
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 426").containsIgnoringCase("Upgrade: websocket");
        assertThat(warnings.lines).anyMatch(line -> line.contains("has to pass on Upgrade and Connection"));
    }

    @Test
    void agentOfWhichTheProxyDoesNotSayThatItCameByTlsIsNamedInTheLog() {
        assertThatThrownBy(() -> socket("127.0.0.1", SocketPath.AGENT_PATH, "").close())
                .hasMessageStartingWith("HTTP/1.1 404");
        assertThat(warnings.lines).anyMatch(line -> line.contains("let it send X-Forwarded-Proto"));
    }

    private RawSocket socket(String host, String path, String origin) throws IOException {
        return new RawSocket(new Socket(InetAddress.getLoopbackAddress(), relay.plainPort()), host, path, origin);
    }

    private String get(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
    }

    private String browse(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:1\r\nAccept: text/html,*/*;q=0.8\r\n\r\n");
    }

    /** Head and body of the answer. */
    private String ask(String request) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send(request);
            String head = http.head();
            Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
            int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
            return head + new String(http.read(bytes), StandardCharsets.UTF_8);
        }
    }

    /** What the relay warns of. */
    private static final class Warnings extends Handler {

        private final Logger logger = Logger.getLogger(ErrorLog.class.getName());
        private final List<String> lines = new CopyOnWriteArrayList<>();

        void listen() {
            logger.addHandler(this);
        }

        void end() {
            logger.removeHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
