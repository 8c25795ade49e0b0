package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of nobody but this relay get a socket of it. */
class OriginScenarioTest {

    @TempDir
    private static Path temp;

    private static TestRelay relay;

    @BeforeAll
    static void start() {
        relay = TestRelay.start(temp.resolve("state"));
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    static Stream<Arguments> hostile() {
        String host = "127.0.0.1:" + relay.plainPort();
        return Stream.of(
                Arguments.of("null", "Origin: null\r\n"),
                Arguments.of("none", ""),
                Arguments.of("empty", "Origin: \r\n"),
                Arguments.of("ours as the beginning of another", "Origin: http://" + host + ".evil.example\r\n"),
                Arguments.of("ours as the end of another", "Origin: http://evil" + host + "\r\n"),
                Arguments.of("another port", "Origin: http://127.0.0.1:1\r\n"),
                Arguments.of("no port", "Origin: http://127.0.0.1\r\n"),
                Arguments.of("another scheme", "Origin: https://" + host + "\r\n"),
                Arguments.of("upper case", "Origin: HTTP://" + host + "\r\n"),
                Arguments.of("a dot at the end", "Origin: http://127.0.0.1.:" + relay.plainPort() + "\r\n"),
                Arguments.of("a user in front", "Origin: http://" + host + "@evil.example\r\n"),
                Arguments.of("a user in front of ours", "Origin: http://evil.example@" + host + "\r\n"),
                Arguments.of(
                        "letters that look alike", "Origin: http://xn--127-8cd.0.0.1:" + relay.plainPort() + "\r\n"),
                Arguments.of("another name of this computer", "Origin: http://localhost:" + relay.plainPort() + "\r\n"),
                Arguments.of("a slash", "Origin: http://" + host + "/\r\n"),
                Arguments.of("a path", "Origin: http://" + host + "/w/front\r\n"),
                Arguments.of("two, ours first", "Origin: http://" + host + "\r\nOrigin: http://evil.example\r\n"),
                Arguments.of("two, ours last", "Origin: http://evil.example\r\nOrigin: http://" + host + "\r\n"),
                Arguments.of("two in one", "Origin: http://" + host + " http://evil.example\r\n"),
                Arguments.of("a file", "Origin: file://\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void pageOfAnotherOriginGetsNoSocket(String name, String origin) {
        long before = relay.server().counters().get(RelayCounter.ORIGINS_REFUSED);
        assertThatThrownBy(() -> open("127.0.0.1:" + relay.plainPort(), origin).close())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("HTTP/1.1 403");
        assertThat(relay.server().counters().get(RelayCounter.ORIGINS_REFUSED)).isEqualTo(before + 1);
    }

    static Stream<Arguments> hosts() {
        String host = "127.0.0.1:" + relay.plainPort();
        return Stream.of(
                Arguments.of("none", "", "http://" + host),
                Arguments.of("empty", "Host: \r\n", "http://"),
                Arguments.of("two", "Host: " + host + "\r\nHost: evil.example\r\n", "http://evil.example"),
                Arguments.of("two, ours last", "Host: evil.example\r\nHost: " + host + "\r\n", "http://evil.example"),
                Arguments.of("a user", "Host: evil.example@" + host + "\r\n", "http://evil.example@" + host),
                Arguments.of("a path", "Host: " + host + "/x\r\n", "http://" + host + "/x"),
                Arguments.of(
                        "said by no proxy",
                        "Host: " + host + "\r\nX-Forwarded-Host: evil.example\r\n",
                        "http://evil.example"),
                Arguments.of(
                        "https said by no proxy",
                        "Host: " + host + "\r\nX-Forwarded-Proto: https\r\n",
                        "https://" + host));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void hostThatIsNoneOrTwoOrStrangeGetsNoSocket(String name, String host, String origin) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send("GET " + SocketPath.VIEW_PATH + " HTTP/1.1\r\n" + host + "Origin: " + origin
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: fanlight.v1\r\n\r\n");
            assertThat(http.head()).matches("(?s)HTTP/1\\.1 (40[034]|421).*");
        }
    }

    @Test
    void pageOfThisRelayGetsASocket() throws IOException {
        String host = "127.0.0.1:" + relay.plainPort();
        try (RawSocket socket = open(host, "Origin: http://" + host + "\r\n")) {
            assertThat(socket.settle()).isEmpty();
        }
    }

    @Test
    void pageUnderAnotherNameOfThisComputerGetsASocketUnderThatName() throws IOException {
        String host = "localhost:" + relay.plainPort();
        try (RawSocket socket = open(host.toUpperCase(java.util.Locale.ROOT), "Origin: http://" + host + "\r\n")) {
            assertThat(socket.settle()).isEmpty();
        }
    }

    private static RawSocket open(String host, String origin) throws IOException {
        return new RawSocket(
                new Socket(InetAddress.getLoopbackAddress(), relay.plainPort()), host, SocketPath.VIEW_PATH, origin);
    }
}
