package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestCluster;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterStatusScenarioTest {

    @TempDir
    private Path folder;

    @Test
    void eachRelayListsAllWithTheirCamerasAndViewersAndARelayThatStopsIsGone() {
        try (TestCluster cluster = TestCluster.start(folder, 2)) {
            TestRelay origin = cluster.relay(0);
            TestRelay edge = cluster.relay(1);
            TestCamera camera = origin.invite("front");
            TestAgent agent = origin.publishing(camera);
            agent.announce();
            TestViewer viewer = edge.watching(camera);
            agent.frame(0, true, 1_000);
            viewer.expectFrames(1);
            Await.until(
                    "both are listed with what they do",
                    () -> status(edge).lines().anyMatch(line -> line.endsWith("1: front"))
                            && status(edge)
                                    .lines()
                                    .anyMatch(line -> line.matches(".*\\(this one\\) +up +.* s ago +1 +0")));
            origin.close();
            Await.until(
                    "the one that stopped is gone", () -> status(edge).lines().count() == 2);
            cluster.redis().kill();
            assertThat(status(edge)).contains("Redis cannot be reached");
            cluster.redis().startAgain();
            Await.until("it is listed again", () -> status(edge).contains("(this one)"));
        }
    }

    @Test
    void relayThatRunsAloneSaysSo() {
        try (TestRelay relay = TestRelay.start(folder)) {
            assertThat(status(relay)).contains("This relay runs alone");
        }
    }

    private static String status(TestRelay relay) {
        return CommandRun.of(
                        "cluster", "status", "--state", relay.folder().path().toString())
                .good();
    }
}
