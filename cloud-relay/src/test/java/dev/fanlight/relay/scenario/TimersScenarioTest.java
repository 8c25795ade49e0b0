package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestTimeouts;
import dev.fanlight.relay.testing.WithRelay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A client that keeps a connection busy without asking for anything is disconnected. */
class TimersScenarioTest {

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(200);

    /** All are disconnected before they have sent this, so none of them because it has nothing more to send. */
    private static final String REST = "x".repeat(60);

    private static final Duration PAUSE =
            TestTimeouts.SHORT.connections().request().dividedBy(3);

    @WithRelay(shortTimeouts = true)
    private TestRelay relay;

    @Test
    void clientsThatSayNothingOrAByteNowAndThenAreDisconnected() throws IOException {
        LooseTls tls = new LooseTls();
        int port = relay.server().port();
        List<Slow> clients = new ArrayList<>(List.of(
                slow("silent before TLS", RawHttp.plain(port), ""),
                slow("a TLS handshake a byte at a time", RawHttp.plain(port), "\26\3\1\2\0\1\0\1\374\3\3" + REST),
                slow("silent inside TLS", new RawHttp(tls.connect(port)), ""),
                slow(
                        "a header a byte at a time inside TLS",
                        new RawHttp(tls.connect(port)),
                        "GET / HTTP/1.1\r\nHost: " + REST),
                slow("silent", RawHttp.plain(relay.plainPort()), ""),
                slow("a header a byte at a time", RawHttp.plain(relay.plainPort()), "GET / HTTP/1.1\r\nHost: " + REST),
                slow("a second request a byte at a time", asked(), "GET /w/front HTTP/1.1\r\nHost: " + REST),
                slow("a body a byte at a time", begun("POST /w/front HTTP/1.1\r\nContent-Length: 100"), REST),
                slow(
                        "chunks without an end",
                        begun("POST / HTTP/1.1\r\nTransfer-Encoding: chunked"),
                        "1\r\nx\r\n".repeat(REST.length())),
                slow("an upgrade with a body", begun(upgrade() + "Content-Length: 100"), REST),
                slow("a socket that says nothing", begun(upgrade().stripTrailing()), ""),
                slow("a frame a byte at a time", begun(upgrade().stripTrailing()), "\201\376\0\377aaaa" + REST)));
        List<Slow> open = new ArrayList<>(clients);
        for (int sent = 0; !open.isEmpty() && sent < REST.length(); sent++) {
            open.removeIf(Slow::isOver);
            LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
        }
        clients.forEach(client -> System.out.println(client.name + ": disconnected after " + client.millis() + " ms"));
        assertThat(open).isEmpty();
    }

    @Test
    void clientThatPausesBetweenItsRequestsIsServedOnTheSameConnection() throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            for (int request = 0; request < 5; request++) {
                http.send("GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(http.head()).startsWith("HTTP/1.1 404");
                http.read("There is nothing here.\n".length());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private String upgrade() {
        String host = "127.0.0.1:" + relay.plainPort();
        return "GET /ws/v1/view HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: fanlight.v1\r\n";
    }

    private RawHttp asked() throws IOException {
        RawHttp http = RawHttp.plain(relay.plainPort());
        http.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(http.head()).startsWith("HTTP/1.1 200");
        return http;
    }

    private RawHttp begun(String head) throws IOException {
        RawHttp http = RawHttp.plain(relay.plainPort());
        http.send(head.contains("Host:") ? head + "\r\n\r\n" : head + "\r\nHost: localhost\r\n\r\n");
        return http;
    }

    private static Slow slow(String name, RawHttp http, String bytes) {
        return new Slow(name, http, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A client that sends what it has byte by byte, and notes when it is disconnected. */
    private static final class Slow {

        private final String name;
        private final RawHttp http;
        private final byte[] bytes;
        private final long start = System.nanoTime();
        private int sent;
        private long end;

        Slow(String name, RawHttp http, byte[] bytes) {
            this.name = name;
            this.http = http;
            this.bytes = bytes;
        }

        boolean isOver() {
            try {
                if (sent < bytes.length) {
                    http.send(new byte[] {bytes[sent++]});
                }
                if (!http.isClosed()) {
                    return false;
                }
                http.close();
            } catch (IOException e) {
                // The other side has reset the connection.
            }
            end = System.nanoTime();
            return true;
        }

        long millis() {
            return Duration.ofNanos(end - start).toMillis();
        }
    }
}
