package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FlvPlayer;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestTimeouts;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader of FLV that takes nothing any more, while its connection stays open. */
class HttpFlvStuckScenarioTest {

    private static final int FRAME_BYTES = 100_000;
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);

    @TempDir
    private Path temp;

    @Test
    void isDisconnectedThoughAllThatWaitedForItWasDropped() throws Exception {
        try (TestRelay relay = FlvPlayer.relay(temp.resolve("state"), TestTimeouts.SOON_STUCK);
                RawHttp stuck = RawHttp.plain(relay.plainPort())) {
            TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            agent.announce();
            stuck.send("GET /live/front.flv?key=" + camera.watchKey() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            Await.until("it watches", () -> viewers(relay) == 1);
            // No key frame after the first: when the queue is full, all of it is dropped, and nothing more waits there.
            for (long sequence = 0; count(relay, RelayCounter.FRAMES_DROPPED_SLOW_VIEWER) == 0; sequence++) {
                agent.frame(sequence, sequence == 0, FRAME_BYTES);
                LockSupport.parkNanos(BETWEEN_FRAMES.toNanos());
            }
            Await.until("it is gone", () -> viewers(relay) == 0);
            assertThat(count(relay, RelayCounter.VIEWERS_TOO_SLOW)).isOne();
        }
    }

    private static int viewers(TestRelay relay) {
        return relay.host().get("/cameras/front/viewers").expect(200).array().size();
    }

    private static long count(TestRelay relay, RelayCounter counter) {
        return relay.server().counters().get(counter);
    }
}
