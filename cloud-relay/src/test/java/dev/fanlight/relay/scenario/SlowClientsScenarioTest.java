package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.testing.Memory;
import dev.fanlight.relay.testing.SlowCrowd;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestTimeouts;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that never finish their TLS handshake and as many that never finish their request, a thousand of each in the soak test. */
@Soak
class SlowClientsScenarioTest {

    private static final int EACH = TestScale.of(100, 1_000);
    private static final Duration BETWEEN_JOINS = Duration.ofSeconds(1);
    private static final RelayTimeouts TIMEOUTS = TestScale.of(TestTimeouts.SHORT, RelayTimeouts.STANDARD);
    private static final Duration CLOSED_LIMIT = Duration.ofSeconds(15);
    private static final Duration BETWEEN_BYTES =
            TIMEOUTS.connections().request().dividedBy(10);
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(1);
    private static final long MAX_GROWTH = 150L * 1024 * 1024;

    @TempDir
    private Path temp;

    @Test
    void areAllCutOffWhileNewViewersGetIn() throws IOException {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"), 2, TIMEOUTS);
                SlowCrowd crowd = new SlowCrowd(BETWEEN_BYTES)) {
            TestCamera camera = relay.invite("front");
            relay.publishing(camera);
            relay.watching(camera);
            long before = Memory.resident();
            crowd.addHandshakes(EACH, relay.server().port());
            crowd.addRequests(EACH, relay.plainPort());
            crowd.start();
            System.out.println(
                    "a viewer is in after " + join(relay, camera).toMillis() + " ms while all of them come at once");
            Await.until("all have connected", crowd::isComplete);
            long peak = before;
            Duration slowest = Duration.ZERO;
            while (crowd.open() > 0) {
                Duration took = join(relay, camera);
                System.out.println(
                        "a viewer is in after " + took.toMillis() + " ms beside " + crowd.open() + " slow ones");
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                peak = Math.max(peak, Memory.resident());
                LockSupport.parkNanos(BETWEEN_JOINS.toNanos());
            }
            System.out.println("cut off after at most " + crowd.longest().toMillis() + " ms; resident memory grew by "
                    + Memory.mebibytes(peak - before) + ", the slow clients' side included");
            assertThat(crowd.longest()).isLessThan(CLOSED_LIMIT);
            assertThat(slowest).isLessThan(JOIN_LIMIT);
            assertThat(peak - before).isLessThan(MAX_GROWTH);
        }
    }

    private static Duration join(TestRelay relay, TestCamera camera) {
        long start = System.nanoTime();
        TestViewer viewer = relay.viewer();
        viewer.watch(camera.name(), camera.watchKey());
        viewer.expect(ChatReady.class);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        viewer.kill();
        return took;
    }
}
