package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.relay.testing.NarrowPipe;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestTimeouts;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A player that is still there, says something now and then, and takes nothing any more: its window stays shut. */
class StuckViewerScenarioTest {

    private static final int PICTURE_BYTES = 100_000;
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);
    private static final int KEY_EVERY = 10;
    private static final long WIDE = 1_000_000_000;
    private static final long SHUT = 1;

    @TempDir
    private Path temp;

    @Test
    void isCutOffThoughItNeverTakesTheRest() throws IOException {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"), 2, TestTimeouts.SOON_STUCK);
                NarrowPipe pipe = new NarrowPipe(relay.plainPort(), WIDE)) {
            TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            agent.announce();
            TestViewer other = relay.watching(camera);
            relay.watching(camera, relay.viewerThrough(pipe.port()));
            Await.until("both are counted", () -> other.received.remove(new Viewers(2)));
            other.received.removeIf(Viewers.class::isInstance);
            pipe.width(SHUT);
            Publishing frames = new Publishing(agent);
            Await.until("the stuck one is gone", () -> {
                frames.next();
                other.askForTime(); // a player that sends nothing for 15 s is disconnected
                return other.received.contains(new Viewers(1));
            });
            assertThat(other.corrupted()).isZero();
        }
    }

    private static final class Publishing {

        private final TestAgent agent;
        private long sequence;

        Publishing(TestAgent agent) {
            this.agent = agent;
        }

        void next() {
            agent.frame(sequence, sequence % KEY_EVERY == 0, PICTURE_BYTES);
            sequence++;
            LockSupport.parkNanos(BETWEEN_FRAMES.toNanos());
        }
    }
}
