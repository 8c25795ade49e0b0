package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.LogRecords;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that could not be read was answered 200 and wrote a stack trace of 2 KB before every limit, as often as one sent it. */
class MalformedRequestsFloodTheLogTest {

    private static final int TIMES = 50;

    /** Whatever is sent, in however many ways: a line for each kind and 10 s, and room for a slow computer. */
    private static final int MAX_LINES = 6;

    private static final List<String> ROUTES = List.of(
            "POST /api/v1/session", "GET /api/v1/owner", "DELETE /api/v1/session", "POST /api/v1/owner/session");
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n";

    @WithRelay
    private TestRelay relay;

    private final LogRecords log = LogRecords.listen();

    @AfterEach
    void stopListening() {
        log.close();
    }

    static Stream<Arguments> malformed() {
        return ROUTES.stream()
                .flatMap(route -> Stream.of(
                        Arguments.of(route + " with a bad chunk size", 400, request(route, CHUNKED + "zz\r\n\r\n")),
                        Arguments.of(
                                route + " with a bad chunk size behind a good chunk",
                                400,
                                request(route, CHUNKED + "2\r\n{}\r\nzz\r\n\r\n")),
                        Arguments.of(
                                route + " with a bad trailer",
                                400,
                                request(route, CHUNKED + "0\r\n" + "x".repeat(9_000) + "\r\n\r\n")),
                        Arguments.of(
                                route + " with a form in an unknown charset",
                                415,
                                request(
                                        route,
                                        "Content-Type: multipart/form-data; boundary=b; charset=zzz\r\nContent-Length: 4\r\n\r\n--b\r")),
                        Arguments.of(
                                route + " with another form",
                                415,
                                request(
                                        route,
                                        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n%zz")),
                        Arguments.of(
                                route + " that expects something strange",
                                417,
                                request(route, "Expect: zzz\r\nContent-Length: 2\r\n\r\n{}")),
                        Arguments.of(route + " with a bad escape", 400, request(route + "?a=%", "\r\n")),
                        Arguments.of(
                                route + " with a length that is none",
                                400,
                                request(route, "Content-Length: zz\r\n\r\n")),
                        Arguments.of(
                                route + " with two lengths",
                                400,
                                request(route, "Content-Length: 1\r\nContent-Length: 2\r\n\r\n"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void eachIsRefusedAndCountedAndNoneWritesAStackTrace(String name, int status, String request) throws IOException {
        long before = counted();
        for (int i = 0; i < TIMES; i++) {
            try (RawHttp http = RawHttp.plain(relay.plainPort())) {
                http.send(request);
                assertThat(http.head()).as(name).startsWith("HTTP/1.1 " + status);
            }
        }
        if (status != 415) {
            Await.until("all are counted", () -> counted() - before >= TIMES);
        }
        assertThat(log.failures()).isEmpty();
        assertThat(log.all()).hasSizeLessThanOrEqualTo(MAX_LINES);
    }

    @Test
    void bodyThatBreaksOffWritesNothing() throws IOException {
        long before = counted();
        for (int i = 0; i < TIMES; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.plainPort())) {
                socket.setSoLinger(i % 2 == 0, 0);
                socket.getOutputStream()
                        .write(request("POST /api/v1/session", "Content-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        }
        Await.until("all are counted", () -> counted() - before >= TIMES / 2);
        assertThat(log.failures()).isEmpty();
        assertThat(log.all()).hasSizeLessThanOrEqualTo(MAX_LINES);
    }

    @Test
    void pagesRefuseThemToo() throws IOException {
        for (String target : List.of("/?a=%", "/%zz", "/w/front?%", "/healthz?a=%e0%a")) {
            try (RawHttp http = RawHttp.plain(relay.plainPort())) {
                http.send(request("GET " + target, "\r\n"));
                assertThat(http.head()).as(target).startsWith("HTTP/1.1 400").contains("nosniff");
            }
        }
        assertThat(log.failures()).isEmpty();
    }

    @Test
    void garbageAtTheTlsPortWritesNothing() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            try (RawHttp http = RawHttp.plain(relay.server().port())) {
                http.send(i % 2 == 0 ? "GET / HTTP/1.1\r\n\r\n" : "\26\3\1\0\5hello");
                Await.until("closed", http::isClosed);
            }
        }
        assertThat(log.failures()).isEmpty();
        assertThat(log.all()).hasSizeLessThanOrEqualTo(MAX_LINES);
    }

    private long counted() {
        return relay.server().counters().get(RelayCounter.REQUESTS_MALFORMED);
    }

    private static String request(String line, String rest) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nX-Fanlight: 1\r\n" + rest;
    }
}
