package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.player.Clock;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishScenarioTest {

    private static final int MOST_FRAMES = 1_000;

    @WithRelay(loops = 3)
    private TestRelay relay;

    private TestCamera camera;

    @BeforeEach
    void start() {
        camera = relay.invite("front");
    }

    @Test
    void framesArriveWholeAndInOrderAtSeveralViewersOnSeveralLoops() {
        TestAgent agent = relay.publishing(camera);
        List<TestViewer> viewers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            viewers.add(relay.watching(camera));
        }
        agent.announce();
        viewers.forEach(viewer -> viewer.expect(Tracks.class));
        int[] sizes = {100_000, 10, 200, 70_000, 0, 125, 126, 65_535 - 24, 65_536 - 24, 1_000_000};
        for (int i = 0; i < 40; i++) {
            agent.frame(i, i % 10 == 0, sizes[i % sizes.length]);
            int sent = i + 1;
            viewers.forEach(viewer -> viewer.expectFrames(sent));
        }
        for (TestViewer viewer : viewers) {
            assertThat(viewer.sequences())
                    .isEqualTo(LongStream.range(0, 40).boxed().toList());
            assertThat(viewer.corrupted()).isZero();
        }
        agent.expect(Ack.class);
    }

    @Test
    void viewerThatJoinsInTheMiddleStartsWithTheKeyFrameAndMissesNothingAfter() {
        TestAgent agent = relay.publishing(camera);
        TestViewer first = relay.watching(camera);
        agent.announce();
        for (int i = 0; i < 25; i++) {
            agent.frame(i, i % 10 == 0, 5_000);
        }
        first.expectFrames(25);
        TestViewer late = relay.watching(camera);
        for (int i = 25; i < 40; i++) {
            agent.frame(i, false, 5_000);
        }
        late.expectFrames(20);
        assertThat(late.sequences()).isEqualTo(LongStream.range(20, 40).boxed().toList());
        assertThat(late.frames.get(0).isKey()).isTrue();
    }

    @Test
    void viewerReceivesEverythingInTheOrderOfTheProtocol() {
        TestAgent agent = relay.publishing(camera);
        agent.announce();
        TestViewer speaker = relay.watching(camera);
        speaker.say("client-1", "hello");
        Await.until("said", () -> speaker.lines.size() == 1);
        Await.until("clock told", () -> speaker.order.contains("clock"));
        agent.frame(0, true, 10);
        speaker.expectFrames(1);
        TestViewer viewer = relay.watching(camera);
        viewer.expectFrames(1);
        // Changed viewer numbers are sent four times a second, to this viewer too, at any point after its own.
        assertThat(viewer.order.stream().distinct())
                .containsExactly(
                        "welcome", "stream", "clock", "viewers", "chat", "chat_mode", "chat_ready", "tracks", "media");
    }

    @Test
    void demandFollowsTheViewers() {
        TestAgent agent = relay.publishing(camera);
        assertThat(agent.expect(Demand.class).viewers()).isZero();
        TestViewer viewer = relay.watching(camera);
        assertThat(agent.expect(Demand.class).viewers()).isEqualTo(1);
        viewer.kill();
        assertThat(agent.expect(Demand.class).viewers()).isZero();
    }

    @Test
    void viewersLearnAtOnceThatTheAgentWasKilledAndThatItIsBack() {
        TestAgent agent = relay.publishing(camera);
        TestViewer viewer = relay.watching(camera);
        agent.announce();
        viewer.expectState(StreamState.LIVE);
        agent.kill();
        viewer.expectState(StreamState.OFFLINE);
        TestAgent again = relay.publishing(relay.invite("front"));
        again.announce();
        viewer.expectState(StreamState.LIVE);
        again.frame(0, true, 100);
        viewer.expectFrames(1);
    }

    @Test
    void clockOfTheAgentIsSentToViewers() {
        TestAgent agent = relay.publishing(camera);
        agent.announce();
        TestViewer viewer = relay.viewer();
        viewer.watch(camera.name(), camera.watchKey());
        assertThat(viewer.expect(Clock.class).roundTrip()).isNotNegative();
    }

    @Test
    void framesBehindAHoleAreKeptBackUntilTheNextKeyFrame() {
        TestAgent agent = relay.publishing(camera);
        TestViewer viewer = relay.watching(camera);
        agent.announce();
        agent.frame(0, true, 10);
        agent.frame(1, false, 10);
        agent.frame(3, false, 10);
        agent.frame(4, false, 10);
        agent.frame(5, true, 10);
        viewer.expectFrames(3);
        assertThat(viewer.sequences()).containsExactly(0L, 1L, 5L);
    }

    @Test
    @Soak
    void slowViewerLosesFramesAndOthersLoseNone() {
        TestAgent agent = relay.publishing(camera);
        TestViewer slow = relay.watching(camera);
        TestViewer quick = relay.watching(camera);
        agent.announce();
        quick.expect(Tracks.class);
        slow.socket.pause();
        int least = TestScale.of(160, 400);
        int count = 0;
        // How many frames the kernel takes for the slow viewer depends on the machine: its buffers grow up to 10 MB.
        while (count < least || (!aFrameWasDropped() && count < MOST_FRAMES)) {
            agent.frame(count, count % 20 == 0, 20_000);
            count++;
            if (count % 20 == 0) {
                quick.expectFrames(count);
            }
        }
        int sent = count;
        quick.expectFrames(sent);
        assertThat(quick.sequences())
                .isEqualTo(LongStream.range(0, sent).boxed().toList());
        slow.socket.resume();
        agent.frame(sent, true, 1_000);
        Await.until("the slow viewer is up to date", () -> slow.sequences().contains((long) sent));
        assertThat(slow.frames.size()).isLessThanOrEqualTo(sent);
        assertDecodable(slow.frames);
    }

    private boolean aFrameWasDropped() {
        return relay.server().counters().get(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER) > 0;
    }

    static void assertDecodable(List<MediaHeader> frames) {
        for (int i = 0; i < frames.size(); i++) {
            boolean follows = i > 0 && frames.get(i).follows(frames.get(i - 1));
            assertThat(frames.get(i).isKey() || follows)
                    .as("frame %d can be decoded", frames.get(i).sequence())
                    .isTrue();
        }
    }
}
