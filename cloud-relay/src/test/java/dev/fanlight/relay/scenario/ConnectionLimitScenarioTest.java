package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many connections an address gets that are no sockets. */
class ConnectionLimitScenarioTest {

    private static final int PER_ADDRESS = 5;
    private static final LimitConfig NARROW = LimitConfig.STANDARD
            .withViewers(100)
            .withCameras(10)
            .withConnectionsPerAddress(PER_ADDRESS)
            .withConnectsPerMinute(1_000);

    @TempDir
    private Path temp;

    private final List<RawHttp> connections = new ArrayList<>();
    private TestRelay relay;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"), 2, NARROW);
    }

    @AfterEach
    void stop() throws IOException {
        for (RawHttp connection : connections) {
            connection.close();
        }
        relay.close();
    }

    @Test
    void addressGetsSoManyConnectionsAndAnotherForEachThatItCloses() throws IOException {
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(isServed("127.0.0.1")).isTrue();
        }
        assertThat(isServed("127.0.0.1")).isFalse();
        assertThat(isServed("127.0.0.2")).isTrue();
        connections.get(0).close();
        Await.until("there is room for one more", () -> isServed("127.0.0.1"));
        assertThat(isServed("127.0.0.1")).isFalse();
    }

    @Test
    void connectionThatBecomesASocketMakesRoom() throws IOException {
        String host = "127.0.0.1:" + relay.plainPort();
        List<RawSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 2 * PER_ADDRESS; i++) {
            sockets.add(new RawSocket(tcp("127.0.0.1"), host, SocketPath.VIEW_PATH, "Origin: http://" + host + "\r\n"));
        }
        assertThat(isServed("127.0.0.1")).isTrue();
        for (RawSocket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void commandLineIsServedWhateverBrowsersHere() throws IOException {
        for (int i = 0; i < 2 * PER_ADDRESS; i++) {
            isServed("127.0.0.1");
        }
        relay.host().get("/cameras").expect(200);
    }

    private boolean isServed(String from) {
        try {
            RawHttp http = new RawHttp(tcp(from));
            connections.add(http);
            http.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return http.head().startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    private Socket tcp(String from) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), relay.plainPort(), InetAddress.getByName(from), 0);
    }
}
