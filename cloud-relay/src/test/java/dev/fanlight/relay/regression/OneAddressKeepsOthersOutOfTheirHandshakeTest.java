package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.HandshakeFlood;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 200 places for handshakes were shared without regard to addresses and the oldest was evicted: one fast address kept distant clients out. */
@Soak
class OneAddressKeepsOthersOutOfTheirHandshakeTest {

    private static final int PER_SECOND = TestScale.of(1_500, 3_000);
    private static final int OPEN = 600;
    private static final int CLIENTS = 10;

    @WithRelay
    private TestRelay relay;

    /** A distant client looks to the relay like one that waits between its connection and its ClientHello. */
    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void clientsWhoseHandshakeTakesLongGetIn(int millis) throws IOException {
        LooseTls tls = new LooseTls();
        int in = 0;
        try (HandshakeFlood flood = HandshakeFlood.start(relay.server().port(), "127.0.0.66", PER_SECOND, OPEN)) {
            Await.until("the flood has begun", () -> evicted() > OPEN);
            long start = System.nanoTime();
            long before = flood.connects();
            for (int client = 0; client < CLIENTS; client++) {
                in += isIn(tls, "127.0.0." + (100 + client), millis) ? 1 : 0;
            }
            long perSecond = (flood.connects() - before) * 1_000_000_000 / (System.nanoTime() - start);
            System.out.println(in + " of " + CLIENTS + " clients with " + millis
                    + " ms in their handshake got in beside " + perSecond + " connects/s from one address");
        }
        assertThat(in).isEqualTo(CLIENTS);
    }

    private boolean isIn(LooseTls tls, String from, int millis) throws IOException {
        Socket tcp =
                new Socket(InetAddress.getLoopbackAddress(), relay.server().port(), InetAddress.getByName(from), 0);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        try (RawHttp http = new RawHttp(tls.over(tcp))) {
            http.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return http.head().startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    private long evicted() {
        return relay.server().counters().get(RelayCounter.HANDSHAKES_EVICTED);
    }
}
