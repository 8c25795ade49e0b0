package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.log.RequestId;
import dev.fanlight.relay.log.RequestScope;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.TestAuthority;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user can quote to the operator. */
class RequestIdScenarioTest {

    private static final String OWN = "[a-z2-7]{8}";

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/cameras HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
                "no request at all\r\n\r\n"
            })
    void everyAnswerHasAnId(String request) throws IOException {
        try (TestRelay relay = TestRelay.start(temp);
                RawHttp asker = RawHttp.plain(relay.plainPort())) {
            asker.send(request);
            assertThat(id(asker.head())).hasValueSatisfying(id -> assertThat(id).matches(OWN));
        }
    }

    @Test
    void anOpenedSocketHasAnIdWhichItsGoodbyeRepeats() throws IOException {
        try (TestRelay relay = TestRelay.start(temp)) {
            try (RawHttp asker = RawHttp.plain(relay.plainPort())) {
                asker.send("GET " + SocketPath.VIEW_PATH + " HTTP/1.1\r\nHost: localhost:" + relay.plainPort()
                        + "\r\nOrigin: http://localhost:"
                        + relay.plainPort()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: fanlight.v1\r\n\r\n");
                String head = asker.head();
                assertThat(head).startsWith("HTTP/1.1 101");
                assertThat(id(head)).hasValueSatisfying(id -> assertThat(id).matches(OWN));
            }
            TestViewer viewer = relay.viewer();
            viewer.watch("front", "abcdefghijklmnopqrstuvwxyz");
            viewer.assertClosed(4404, "wrong_link");
            assertThat(viewer.received)
                    .singleElement()
                    .satisfies(message -> assertThat(((Goodbye) message).request())
                            .hasValueSatisfying(id -> assertThat(id).matches(OWN)));
        }
    }

    @Test
    void theLineOfASocketThatIsRefusedIsWrittenForItsId() {
        Map<String, Optional<RequestId>> lines = new ConcurrentHashMap<>();
        Logger logger = Logger.getLogger(PeerSocket.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.put(line.getMessage(), RequestScope.id());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.FINE);
        logger.setLevel(Level.FINE);
        logger.addHandler(handler);
        try (TestRelay relay = TestRelay.start(temp)) {
            TestViewer viewer = relay.viewer();
            viewer.watch("front", "abcdefghijklmnopqrstuvwxyz");
            viewer.assertClosed(4404, "wrong_link");
            Goodbye goodbye = (Goodbye) viewer.received.peek();
            assertThat(lines.get("A socket is closed: {0}").map(RequestId::text))
                    .isEqualTo(goodbye.request());
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }
    }

    @Test
    void aProblemRepeatsTheIdOfItsAnswer() {
        try (TestRelay relay = TestRelay.start(temp)) {
            var answer = TestApi.browser(relay)
                    .post("/session", new JsonObject().put("camera", "front").put("key", "abcdefghijklmnopqrstuvwxyz"))
                    .expect(404);
            assertThat(answer.json().getString("request")).matches(OWN).isEqualTo(answer.request());
        }
    }

    @Test
    void onlyATrustedProxyGivesAnIdAndOnlyAWellFormedOne() throws Exception {
        String given = "0123456789abcdef0123456789abcdef";
        try (TestRelay relay = TestRelay.start(temp.resolve("direct"))) {
            assertThat(answerTo(relay, given)).isNotEqualTo(given).matches(OWN);
        }
        try (TestRelay relay = TestRelay.start(
                temp.resolve("proxied"),
                Map.of(
                        "http.behind_proxy", "true",
                        "http.public_host", "localhost",
                        "http.trusted_proxies", "127.0.0.1"),
                CertificateSchedule.STANDARD,
                Optional.of(new TestAuthority().pem()))) {
            assertThat(answerTo(relay, given)).isEqualTo(given);
            assertThat(answerTo(relay, "short")).matches(OWN);
            assertThat(answerTo(relay, "a".repeat(RequestId.MAX_CHARS))).hasSize(RequestId.MAX_CHARS);
            assertThat(answerTo(relay, "a".repeat(RequestId.MAX_CHARS + 1))).matches(OWN);
            assertThat(answerTo(relay, "not a request id")).matches(OWN);
            assertThat(answerTo(relay, given + "\r\nX-Request-Id: " + given)).matches(OWN);
        }
    }

    private static String answerTo(TestRelay relay, String given) throws IOException {
        try (RawHttp asker = RawHttp.plain(relay.plainPort())) {
            asker.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + given + "\r\n\r\n");
            return id(asker.head()).orElseThrow();
        }
    }

    private static Optional<String> id(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("x-request-id: "))
                .map(line -> line.substring("x-request-id: ".length()))
                .reduce((one, other) -> {
                    throw new AssertionError("two ids");
                });
    }
}
