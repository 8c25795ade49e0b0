package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.testing.RawAgent;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failed attempts blocked valid credentials at the same address; a foreign web page could do that to its visitor. */
class FailuresBlockedValidCredentialsAtTheSameAddressTest {

    private static final int FAILURES = 40;
    private static final String HERE = "127.0.0.1";

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera camera;
    private String serverKey;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"), 2, LimitConfig.STANDARD);
        camera = relay.invite("front");
        TestAgent agent = relay.agent();
        serverKey = agent.serverKey();
        agent.kill();
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void validDeviceGetsInHoweverManyFailAtItsAddress() throws IOException {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        String device = relay.agent().join(camera.invitation(), key);
        DeviceKey wrong = DeviceKey.generate(new SecureRandom());
        boolean limited = false;
        for (int i = 0; i < FAILURES; i++) {
            try (RawAgent guesser = RawAgent.connect(relay.server().port(), HERE, wrong, serverKey)) {
                limited |= guesser.authenticate(device).contains("busy");
            }
            if (i % 10 == 0) {
                try (RawAgent agent = RawAgent.connect(relay.server().port(), HERE, key, serverKey)) {
                    assertThat(agent.authenticate(device))
                            .as("after %s failures", i)
                            .doesNotContain("not_authentic");
                }
            }
        }
        assertThat(limited).isTrue();
    }

    @Test
    void validJoinCodeIsTakenHoweverManyFailAtItsAddress() throws IOException {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        for (int i = 0; i < FAILURES; i++) {
            TestAgent guesser = relay.agent();
            guesser.sendJoin("aaaaaaaa", "aaaaaaaaaaaaaaaa", key);
            guesser.expect(dev.fanlight.protocol.Goodbye.class);
        }
        assertThat(relay.agent().join(camera.invitation(), key)).isNotEmpty();
    }

    @Test
    void goodLinkOpensASessionAndASocketHoweverManyFailAtItsAddress() throws IOException {
        TestApi guesser = TestApi.browser(relay);
        int limited = 0;
        for (int i = 0; i < FAILURES; i++) {
            limited += guesser.post("/session", link("wrong" + i)).status() == 429 ? 1 : 0;
        }
        assertThat(limited).isPositive();
        while (opensSocket("")) {
            limited++;
        }

        TestApi browser = TestApi.browser(relay);
        browser.post("/session", link(camera.watchKey())).expect(200);
        assertThat(opensSocket("Cookie: " + browser.cookieHeader() + "\r\n")).isTrue();
        assertThat(opensSocket("Cookie: __Host-fanlight-watch=wrong\r\n")).isFalse();
    }

    @Test
    void validTokenIsTakenHoweverManyFailAtItsAddress() {
        String token = relay.host()
                .post("/tokens", new JsonObject().put("label", "x").put("can", "read"))
                .expect(201)
                .json()
                .getString("token");
        TestApi guesser = TestApi.program(relay, "fanlight_wrong");
        int limited = 0;
        for (int i = 0; i < FAILURES; i++) {
            limited += guesser.get("/cameras").status() == 429 ? 1 : 0;
            if (i % 10 == 0) {
                TestApi.program(relay, token).get("/cameras").expect(200);
            }
        }
        assertThat(limited).isPositive();
    }

    @Test
    void foreignPageGetsNoAgentSocketAndUsesUpNothingOfItsVisitor() throws IOException {
        for (String origin : new String[] {
            "https://evil.example",
            "null",
            "",
            "https://localhost:" + relay.server().port()
        }) {
            for (int i = 0; i < FAILURES / 4; i++) {
                assertThatThrownBy(() -> new RawSocket(
                                new dev.fanlight.relay.testing.LooseTls()
                                        .connect(relay.server().port()),
                                "localhost",
                                SocketPath.AGENT_PATH,
                                "Origin: " + origin + "\r\n"))
                        .hasMessageStartingWith("HTTP/1.1 403");
            }
        }
        assertThat(opensSocket("")).isTrue();
    }

    @Test
    void foreignPageUsesUpNoCallsOfItsVisitor() throws IOException {
        for (int i = 0; i < FAILURES; i++) {
            foreign("POST /api/v1/session", "Origin: https://evil.example\r\nContent-Length: 0\r\n");
            foreign("GET /api/v1/owner", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n");
        }
        TestApi.browser(relay).get("/owner").expect(200);
    }

    private void foreign(String line, String headers) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
            assertThat(http.head()).startsWith("HTTP/1.1 403");
        }
    }

    private JsonObject link(String key) {
        return new JsonObject().put("camera", camera.name()).put("key", key);
    }

    private boolean opensSocket(String headers) throws IOException {
        String host = HERE + ":" + relay.plainPort();
        try (RawSocket socket = new RawSocket(
                new Socket(InetAddress.getLoopbackAddress(), relay.plainPort()),
                host,
                SocketPath.VIEW_PATH,
                "Origin: http://" + host + "\r\n" + headers)) {
            return socket.answer().startsWith("HTTP/1.1 101");
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith("HTTP/1.1 429");
            return false;
        }
    }
}
