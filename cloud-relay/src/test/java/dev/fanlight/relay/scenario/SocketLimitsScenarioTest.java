package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many sockets an address gets, and what may be said on one. */
class SocketLimitsScenarioTest {

    private static final int PER_ADDRESS = 5;
    private static final int PER_MINUTE = 8;
    private static final int BURST = 12;
    private static final LimitConfig NARROW = LimitConfig.STANDARD
            .withViewers(100)
            .withCameras(10)
            .withSocketsPerAddress(PER_ADDRESS)
            .withConnectionsPerAddress(1_000)
            .withConnectsPerMinute(PER_MINUTE);

    @TempDir
    private Path temp;

    private final List<RawSocket> sockets = new ArrayList<>();
    private Optional<TestRelay> relay = Optional.empty();

    @AfterEach
    void stop() throws IOException {
        for (RawSocket socket : sockets) {
            socket.close();
        }
        relay.ifPresent(TestRelay::close);
    }

    @Test
    void addressWithTooManyOpenSocketsIsAskedToRetryAndAnotherIsNot() throws IOException {
        start(NARROW);
        for (int i = 0; i < PER_ADDRESS; i++) {
            open("127.0.0.1", "");
        }
        assertTooMany("127.0.0.1");
        open("127.0.0.2", "");
        sockets.get(0).close();
        Await.until("one may be opened for the one that was closed", () -> mayOpen("127.0.0.1"));
    }

    @Test
    void addressThatOpensTooManySocketsAMinuteIsAskedToRetryAndAnotherIsNot() throws IOException {
        start(NARROW);
        int opened = 0;
        while (mayOpen("127.0.0.1")) {
            sockets.get(opened).close();
            opened++;
            assertThat(opened).isLessThan(100);
        }
        assertThat(opened).isBetween(PER_ADDRESS, BURST + 1);
        assertTooMany("127.0.0.1");
        open("127.0.0.2", "");
    }

    @Test
    void foreignPageDoesNotUseUpTheSocketsOfItsVisitor() throws IOException {
        start(NARROW);
        for (int i = 0; i < 2 * BURST; i++) {
            assertThatThrownBy(() -> new RawSocket(
                            tcp("127.0.0.1"), host(), SocketPath.VIEW_PATH, "Origin: http://evil.example\r\n"))
                    .hasMessageStartingWith("HTTP/1.1 403");
        }
        open("127.0.0.1", "");
    }

    @Test
    void plainRequestIsAnsweredAsASocketWouldBeRefusedAndCountsNothing() throws IOException {
        start(NARROW);
        String own = "X-Fanlight-Origin: http://" + host() + "\r\n";
        for (int i = 0; i < 2 * BURST; i++) {
            assertThat(plain("127.0.0.1", own)).startsWith("HTTP/1.1 426");
        }
        assertThat(plain("127.0.0.1", "X-Fanlight-Origin: http://cam.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(plain("127.0.0.1", "Origin: http://cam.example\r\n")).startsWith("HTTP/1.1 403");
        for (int i = 0; i < PER_ADDRESS; i++) {
            open("127.0.0.1", "");
        }
        assertThat(plain("127.0.0.1", own)).startsWith("HTTP/1.1 429").containsIgnoringCase("\r\nretry-after: 10\r\n");
        assertThat(plain("127.0.0.2", own)).startsWith("HTTP/1.1 426");
    }

    @Test
    void plainRequestOfAnAddressThatOpensTooManySocketsAMinuteIsAskedToRetry() throws IOException {
        start(NARROW);
        while (mayOpen("127.0.0.1")) {
            sockets.get(sockets.size() - 1).close();
        }
        assertThat(plain("127.0.0.1", ""))
                .startsWith("HTTP/1.1 429")
                .matches("(?is).*\r\nretry-after: [1-9][0-9]?\r\n.*");
    }

    @Test
    void pageOfARelayWhoseNameHasAnUnderscoreGetsASocket() throws IOException {
        relay = Optional.of(TestRelay.start(
                temp.resolve("state"),
                Map.of("http.public_host", "my_relay"),
                CertificateSchedule.STANDARD,
                Optional.empty()));
        int port = relay.get().server().port();
        try (RawSocket secure = new RawSocket(
                        new LooseTls().connect(port),
                        "my_relay:8443",
                        SocketPath.VIEW_PATH,
                        "Origin: https://my_relay:8443\r\n");
                RawSocket plain = new RawSocket(
                        tcp("127.0.0.1"), "my_relay:8080", SocketPath.VIEW_PATH, "Origin: http://my_relay:8080\r\n")) {
            assertThat(secure.settle()).isEmpty();
            assertThat(plain.settle()).isEmpty();
        }
    }

    @Test
    void noExtensionIsEverAgreedOn() throws IOException {
        start(TestRelay.GENEROUS);
        for (String offer : List.of(
                "permessage-deflate",
                "permessage-deflate; client_max_window_bits; server_no_context_takeover",
                "deflate-frame, x-webkit-deflate-frame")) {
            RawSocket socket = open("127.0.0.1", "Sec-WebSocket-Extensions: " + offer + "\r\n");
            assertThat(socket.answer()).doesNotContainIgnoringCase("sec-websocket-extensions");
            // RSV1, which would say that this frame is compressed.
            socket.send(0xC0 | RawSocket.TEXT, new byte[] {1, 2, 3}, true);
            assertThat(socket.settle()).hasValue(1002);
        }
    }

    @Test
    void textIsStrictUtf8AlsoAcrossFrames() throws IOException {
        start(TestRelay.GENEROUS);
        byte[] text = "{\"type\":\"rename\",\"name\":\"é\"}".getBytes(StandardCharsets.UTF_8);
        int inside = new String(text, StandardCharsets.ISO_8859_1).indexOf('\u00C3') + 1;
        // Not allowed as the first message, but understood: the letter is whole again.
        assertThat(inTwoFrames(text, inside)).hasValue(1002);
        byte[] broken = text.clone();
        broken[inside] = '(';
        assertThat(inTwoFrames(broken, inside)).hasValue(1007);
        for (String bad : List.of("\300\200", "\355\240\200", "\364\220\200\200", "\303", "\377")) {
            byte[] message = ("{\"type\":\"" + bad).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(inTwoFrames(message, message.length - 1)).as(bad).hasValue(1007);
        }
    }

    @Test
    void playersSendNoMoreThanEightKibibytesInHoweverManyFrames() throws IOException {
        start(TestRelay.GENEROUS);
        RawSocket socket = open("127.0.0.1", "");
        socket.send(RawSocket.TEXT, new byte[5_000], true);
        socket.send(0x80, new byte[5_000], true);
        assertThat(socket.settle()).hasValue(1009);
    }

    @Test
    void agentsSendNoFrameOver64Kibibytes() throws IOException {
        try (RawSocket agent = unacceptedAgent()) {
            agent.send(0x80 | RawSocket.BINARY, new byte[65_537], true);
            assertThat(agent.settle()).hasValue(1009);
        }
    }

    @Test
    void nothingIsKeptOfMediaBeforeAnAgentIsAccepted() throws IOException {
        try (RawSocket agent = unacceptedAgent()) {
            agent.send(RawSocket.BINARY, new byte[65_536], true);
            assertThat(agent.settle()).hasValue(1002);
        }
    }

    private RawSocket unacceptedAgent() throws IOException {
        TestRelay running = start(TestRelay.GENEROUS);
        return new RawSocket(new LooseTls().connect(running.server().port()), "localhost", SocketPath.AGENT_PATH, "");
    }

    private Optional<Integer> inTwoFrames(byte[] message, int first) throws IOException {
        RawSocket socket = open("127.0.0.1", "");
        socket.send(RawSocket.TEXT, java.util.Arrays.copyOf(message, first), true);
        socket.send(0x80, java.util.Arrays.copyOfRange(message, first, message.length), true);
        return socket.settle();
    }

    private boolean mayOpen(String from) {
        try {
            open(from, "");
            return true;
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith("HTTP/1.1 429");
            return false;
        }
    }

    private void assertTooMany(String from) {
        assertThatThrownBy(() -> open(from, ""))
                .hasMessageStartingWith("HTTP/1.1 429")
                .hasMessageMatching("(?is).*\r\nretry-after: [1-9][0-9]?\r\n.*")
                .hasMessageContaining("nosniff");
    }

    private TestRelay start(LimitConfig limits) {
        relay = Optional.of(TestRelay.start(temp.resolve("state"), 2, limits));
        return relay.get();
    }

    private String plain(String from, String headers) throws IOException {
        try (RawHttp http = new RawHttp(tcp(from))) {
            http.send("GET " + SocketPath.VIEW_PATH + " HTTP/1.1\r\nHost: " + host() + "\r\n" + headers + "\r\n");
            return http.head();
        }
    }

    private RawSocket open(String from, String headers) throws IOException {
        RawSocket socket =
                new RawSocket(tcp(from), host(), SocketPath.VIEW_PATH, "Origin: http://" + host() + "\r\n" + headers);
        sockets.add(socket);
        return socket;
    }

    private Socket tcp(String from) throws IOException {
        int port = relay.orElseThrow().plainPort();
        return new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
    }

    private String host() {
        return "127.0.0.1:" + relay.orElseThrow().plainPort();
    }
}
