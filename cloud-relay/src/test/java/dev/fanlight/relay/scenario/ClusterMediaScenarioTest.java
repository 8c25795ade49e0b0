package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestCluster;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterMediaScenarioTest {

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private TestRelay origin;
    private TestRelay edge;
    private TestCamera camera;

    @BeforeEach
    void start() {
        cluster = TestCluster.start(folder, 2);
        origin = cluster.relay(0);
        edge = cluster.relay(1);
        camera = origin.invite("front");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void viewersOfAnotherNodeGetEveryFrameAndAreCountedAtTheCamera() {
        TestAgent agent = origin.publishing(camera);
        agent.announce();
        TestViewer near = origin.watching(camera);
        TestViewer far = edge.watching(camera);
        TestViewer farther = edge.watching(camera);
        far.awaitState(StreamState.LIVE);
        farther.awaitState(StreamState.LIVE);
        Await.until("all are counted", () -> agent.expect(Demand.class).viewers() == 3);
        for (TestViewer viewer : new TestViewer[] {near, far, farther}) {
            Await.until("it shows all", () -> viewer.shownViewers() == 3);
        }
        for (int i = 0; i < 40; i++) {
            agent.frame(i, i % 10 == 0, i % 7 == 0 ? 200_000 : 1_000);
        }
        for (TestViewer viewer : new TestViewer[] {near, far, farther}) {
            viewer.expectFrames(40);
            assertThat(viewer.sequences())
                    .isEqualTo(LongStream.range(0, 40).boxed().toList());
            assertThat(viewer.corrupted()).isZero();
        }
        far.kill();
        farther.kill();
        Await.until("the two are gone", () -> agent.expect(Demand.class).viewers() == 1);
    }

    @Test
    void viewerOfAnotherNodeWhoJoinsInTheMiddleStartsWithTheKeyFrame() {
        TestAgent agent = origin.publishing(camera);
        TestViewer near = origin.watching(camera);
        agent.announce();
        for (int i = 0; i < 25; i++) {
            agent.frame(i, i % 10 == 0, 5_000);
        }
        near.expectFrames(25);
        TestViewer far = edge.watching(camera);
        far.expectFrames(5);
        agent.frame(25, false, 5_000);
        far.expectFrames(6);
        assertThat(far.sequences()).isEqualTo(LongStream.range(20, 26).boxed().toList());
    }

    @Test
    void agentThatMovesToAnotherNodeIsFollowed() {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        String device = origin.agent().join(camera.invitation(), key);
        TestAgent agent = publishing(origin, device, key);
        agent.announce();
        TestViewer far = edge.watching(camera);
        far.awaitState(StreamState.LIVE);
        TestAgent moved = publishing(edge, device, key);
        moved.announce();
        moved.frame(0, true, 100);
        far.expectFrames(1);
        TestViewer atOrigin = origin.watching(camera);
        agent.assertClosed(4409, "replaced");
        atOrigin.expectFrames(1);
    }

    @Test
    void streamBetweenNodesGoesOnWithoutRedisAndIsFoundByAnotherNodeAfterIt() {
        TestAgent agent = origin.publishing(camera);
        agent.announce();
        TestViewer far = edge.watching(camera);
        far.awaitState(StreamState.LIVE);
        agent.frame(0, true, 1_000);
        far.expectFrames(1);
        TestRelay third = cluster.join(folder.resolve("third"), TestCluster.SECRET);
        cluster.redis().kill();
        for (int i = 1; i < 20; i++) {
            agent.frame(i, i % 10 == 0, 1_000);
        }
        far.expectFrames(20);
        cluster.redis().startAgain();
        TestViewer late = third.watching(camera);
        late.expectFrames(10);
        assertThat(late.sequences()).startsWith(10L);
        assertThat(far.sequences()).isEqualTo(LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void nodeWithAnotherSecretGetsNothing() {
        TestAgent agent = origin.publishing(camera);
        agent.announce();
        TestRelay stranger = cluster.join(folder.resolve("stranger"), "another-secret-of-32-characters-");
        TestViewer far = stranger.watching(camera);
        TestViewer good = edge.watching(camera);
        good.awaitState(StreamState.LIVE);
        agent.frame(0, true, 100);
        good.expectFrames(1);
        assertThat(far.frames).isEmpty();
    }

    private static TestAgent publishing(TestRelay relay, String device, DeviceKey key) {
        TestAgent agent = relay.agent();
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        return agent;
    }
}
