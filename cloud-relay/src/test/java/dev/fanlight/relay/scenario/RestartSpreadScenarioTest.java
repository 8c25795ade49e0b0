package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.socket.BusiestSecond;
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

/** Whoever a relay sends away is told a time of their own to come back; the times are read, not waited out. */
@Soak
class RestartSpreadScenarioTest {

    private static final int CAMERAS = TestScale.of(5, 20);
    private static final int VIEWERS = TestScale.of(120, 400);

    /** The relay lets nobody stay who is silent for 15 s, and on a busy machine it takes longer to connect them all. */
    private static final int SAY_SOMETHING = 50;

    @TempDir
    private Path temp;

    @Test
    void viewersOfARelayThatStopsAreToldToComeBackOneAfterTheOtherAndTheAgentBeforeThem() {
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
        System.out.println("At most " + most + " of " + VIEWERS + " viewers are told to come back in one second");
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isGreaterThanOrEqualTo(ReturnTimes.FIRST_VIEWER));
        assertThat(most).isLessThanOrEqualTo(ReturnTimes.VIEWERS_PER_SECOND * 105 / 100);
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
