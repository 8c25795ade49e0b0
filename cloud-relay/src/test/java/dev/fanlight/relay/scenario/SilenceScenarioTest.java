package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.Ack;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents and players that say nothing, or stop answering, are disconnected. */
class SilenceScenarioTest {

    private static final int TIMEOUT = 4408;
    private static final int TOO_SLOW = 4429;
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(50);

    @WithRelay(shortTimeouts = true)
    private TestRelay relay;

    private TestCamera camera;

    @BeforeEach
    void invite() {
        camera = relay.invite("front");
    }

    @Test
    void agentThatDoesNotAnswerTheChallengeIsDisconnected() {
        relay.agent().assertClosed(TIMEOUT, "timeout");
    }

    @Test
    void agentThatFallsSilentIsDisconnectedAndItsCameraGoesOffline() {
        TestViewer viewer = relay.watching(camera);
        TestAgent agent = relay.publishing(camera);
        agent.announce();
        viewer.expectState(StreamState.LIVE);
        agent.socket.pause();
        viewer.expectState(StreamState.OFFLINE);
        agent.socket.resume();
        agent.assertClosed(TIMEOUT, "timeout");
    }

    @Test
    void agentThatOnlyAnswersTimeRequestsStays() {
        TestAgent agent = relay.publishing(camera);
        agent.announce();
        relay.agent().assertClosed(TIMEOUT, "timeout");
        relay.viewer().assertClosed(TIMEOUT, "timeout");
        assertThat(agent.isClosed()).isFalse();
    }

    @Test
    void playerThatSaysNothingIsDisconnected() {
        relay.viewer().assertClosed(TIMEOUT, "timeout");
    }

    @Test
    void playerThatFallsSilentIsDisconnectedAndOneThatAsksForTheTimeIsNot() {
        TestViewer other = relay.watching(camera);
        TestViewer silent = relay.viewer();
        silent.watch(camera.name(), camera.watchKey());
        silent.assertClosed(TIMEOUT, "timeout");
        assertThat(other.isClosed()).isFalse();
    }

    @Test
    void playerThatStopsAcknowledgingFramesIsDisconnected() {
        TestAgent agent = relay.publishing(camera);
        agent.announce();
        TestViewer viewer = relay.watching(camera);
        agent.frame(0, true, 100);
        viewer.expectFrames(1);
        viewer.send(new Ack(0, 0));
        Frames frames = new Frames(agent);
        Await.until("it is disconnected", () -> {
            frames.next();
            return viewer.isClosed();
        });
        viewer.assertClosed(TOO_SLOW, "too_slow");
    }

    private static final class Frames {

        private final TestAgent agent;
        private long sequence = 1;

        Frames(TestAgent agent) {
            this.agent = agent;
        }

        void next() {
            agent.frame(sequence, false, 100);
            sequence++;
            LockSupport.parkNanos(BETWEEN_FRAMES.toNanos());
        }
    }
}
