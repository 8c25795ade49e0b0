package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.LocalAdminFile;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked in another way than HTTP/1.1 within bounds is refused, and every answer tells browsers what they may not do. */
class HttpLimitsScenarioTest {

    @WithRelay
    private TestRelay relay;

    @ParameterizedTest
    @CsvSource({
        "a page, GET / HTTP/1.1, 200",
        "health, GET /healthz HTTP/1.1, 200",
        "nothing, GET /nothing HTTP/1.1, 404",
        "another method, DELETE /healthz HTTP/1.1, 404",
        "a bad escape, GET /%zz HTTP/1.1, 404",
        "a foreign page, GET /ws/v1/view HTTP/1.1|Upgrade: websocket, 403",
        "no HTTP, HELLO, 400",
        "a strange host, GET / HTTP/1.1|Host: a@b, 421",
        "two hosts, GET / HTTP/1.1|Host: b, 421",
        "a bad header, GET / HTTP/1.1|Host : a|: b, 400"
    })
    void everyAnswerCarriesTheSecurityHeaders(String name, String request, int status) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send(request.replace("|", "\r\n") + "\r\nHost: localhost\r\n\r\n");
            assertGuarded(http.head(), status);
        }
    }

    @Test
    void pageWhoseNameWasMadeToLeadHereGetsNothing() throws IOException {
        int local = LocalAdminFile.read(relay.folder()).orElseThrow().port();
        for (int port : new int[] {relay.plainPort(), local}) {
            try (RawHttp http = RawHttp.plain(port)) {
                http.send("GET /api/v1/cameras HTTP/1.1\r\nHost: evil.example:" + port + "\r\n\r\n");
                assertGuarded(http.head(), 421);
            }
        }
    }

    @Test
    void anyHostNameIsAcceptedOverTls() throws IOException {
        try (RawHttp http = new RawHttp(new LooseTls().connect(relay.server().port()))) {
            http.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
            assertGuarded(http.head(), 200);
        }
    }

    @Test
    void tooLongALineIsReportedAndTheConnectionClosed() throws IOException {
        assertRefused("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414);
    }

    @Test
    void tooManyHeadersAreReportedAndTheConnectionClosed() throws IOException {
        assertRefused("GET / HTTP/1.1\r\n" + "Name: value\r\n".repeat(800) + "\r\n", 431);
    }

    @Test
    void ownCertificateIsNoReasonToRefuseOtherSchemesForAYear() throws IOException {
        try (RawHttp http = new RawHttp(new LooseTls().connect(relay.server().port()))) {
            http.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(http.head()).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("strict-transport-security");
        }
    }

    @Test
    void http2IsNotSpokenWhateverTheClientSays() throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            assertThat(http.head()).startsWith("HTTP/2.0 501");
            Await.until("closed", http::isClosed);
        }
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send(String.join(
                    "\r\n",
                    "GET /healthz HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
                    "",
                    ""));
            assertThat(http.head()).startsWith("HTTP/1.1 200");
        }
        SSLSocket socket = new LooseTls().connect(relay.server().port());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        socket.setSSLParameters(parameters);
        try (RawHttp http = new RawHttp(socket)) {
            http.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(http.head()).startsWith("HTTP/1.1 200");
            assertThat(socket.getApplicationProtocol()).isEmpty();
        }
    }

    private void assertRefused(String request, int status) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send(request);
            assertGuarded(http.head(), status);
            Await.until("closed", http::isClosed);
        }
    }

    private static void assertGuarded(String head, int status) {
        assertThat(head).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        List<String> headers =
                head.lines().map(line -> line.toLowerCase(Locale.ROOT)).toList();
        assertThat(headers)
                .contains(
                        "x-content-type-options: nosniff",
                        "referrer-policy: no-referrer",
                        "cross-origin-opener-policy: same-origin",
                        "cross-origin-resource-policy: same-origin")
                .anyMatch(line -> line.startsWith("permissions-policy: ") && line.contains("camera=()"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';")
                        .contains("frame-ancestors 'none'", "require-trusted-types-for 'script'")
                        .doesNotContain("unsafe", "*"));
    }
}
