package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Reconnect;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.socket.BusiestSecond;
import dev.fanlight.relay.socket.ReconnectSpread;
import dev.fanlight.relay.socket.ReturnTimes;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestPeer;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay that stops tells each peer a time of its own to reconnect; the times are read, not waited for. */
@Soak
class RestartSpreadScenarioTest {

    private static final int CAMERAS = TestScale.of(5, 20);
    private static final int VIEWERS = TestScale.of(120, 400);

    /** The relay disconnects a viewer that sends nothing for 15 s, and on a busy machine it takes longer to connect them all. */
    private static final int SAY_SOMETHING = 50;

    @TempDir
    private Path temp;

    @Test
    void viewersOfARelayThatStopsReconnectOneAfterTheOtherAndTheAgentBeforeThem() {
        TestRelay relay = TestRelay.start(temp.resolve("state"));
        List<TestCamera> cameras = IntStream.range(0, CAMERAS)
                .mapToObj(i -> relay.invite("camera-" + i))
                .toList();
        List<TestViewer> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            viewers.add(watching(relay, cameras.get(i % CAMERAS)));
            if (i % SAY_SOMETHING == 0) {
                viewers.forEach(TestViewer::askForTime);
            }
        }
        viewers.forEach(viewer -> viewer.expect(ChatReady.class));
        TestAgent agent = relay.publishing(cameras.get(0));
        relay.close();
        assertThat(retryAfter(agent)).isBetween(ReturnTimes.FIRST_AGENT, ReturnTimes.FIRST_VIEWER);
        List<Duration> waits =
                viewers.stream().map(RestartSpreadScenarioTest::retryAfter).toList();
        int most = BusiestSecond.of(waits);
        System.out.println("At most " + most + " of " + VIEWERS + " viewers reconnect within one second");
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isGreaterThanOrEqualTo(ReturnTimes.FIRST_VIEWER));
        assertThat(most).isLessThanOrEqualTo(ReturnTimes.VIEWERS_PER_SECOND * 105 / 100);
    }

    @Test
    void aPeerOfACrowdLearnsOverWhatTimeToSpreadWhenTheRelayCannotSayGoodbye() {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"))) {
            TestCamera camera = relay.invite("front");
            TestViewer first = watching(relay, camera);
            for (int i = 0; i <= ReconnectSpread.PER_SECOND; i++) {
                watching(relay, camera);
            }
            assertThat(first.expect(Reconnect.class).spread()).isGreaterThan(ReconnectSpread.SHORTEST);
        }
    }

    private static TestViewer watching(TestRelay relay, TestCamera camera) {
        TestViewer viewer = relay.viewer();
        viewer.watch(camera.name(), camera.watchKey());
        viewer.expect(Welcome.class);
        return viewer;
    }

    private static Duration retryAfter(TestPeer peer) {
        return peer.expect(Goodbye.class).retryAfter().orElseThrow();
    }
}
