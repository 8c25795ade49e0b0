package dev.fanlight.agent.source.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveActivityTest {

    private final ManualTime time = new ManualTime();
    private final LiveActivity activity = new LiveActivity(AgentTimeouts.STANDARD.live(), time);

    private void pass(long millis) {
        time.advance(Duration.ofMillis(millis));
    }

    @Test
    void aSourceMayTakeTenSecondsToTheFirstPacket() {
        pass(10_000);
        assertThat(activity.missing(false)).isEmpty();
        pass(1);
        assertThat(activity.missing(false)).contains("has not sent any video within 10 s");
    }

    @Test
    void fiveSecondsWithoutVideoAreSilenceThen() {
        pass(9_000);
        activity.video();
        pass(5_000);
        assertThat(activity.missing(true)).isEmpty();
        pass(1);
        assertThat(activity.missing(true)).contains("has sent no video for 5 s");
    }

    @Test
    void aSourceThatSendsNoKeyFrameIsNotWaitedForLonger() {
        activity.video();
        for (int i = 0; i < 30; i++) {
            pass(1_000);
            activity.video();
        }
        assertThat(activity.missing(false)).isEmpty();
        assertThat(activity.missing(true)).isEmpty();
        pass(1);
        assertThat(activity.missing(false)).contains("has sent no key frame that can be used within 30 s");
        assertThat(activity.missing(true)).isEmpty();
    }
}
