package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyFrameTriggerTest {

    private final ManualTime time = new ManualTime();
    private final KeyFrameTrigger trigger = new KeyFrameTrigger(time, Duration.ofMillis(250));

    @Test
    void manyRequestsAreOneKeyFrame() {
        for (int i = 0; i < 1000; i++) {
            trigger.request();
        }
        assertThat(trigger.take()).isTrue();
        assertThat(trigger.take()).isFalse();
    }

    @Test
    void aRequestThatComesTooEarlyStaysPending() {
        trigger.request();
        assertThat(trigger.take()).isTrue();
        trigger.request();
        time.advance(Duration.ofMillis(249));
        assertThat(trigger.take()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(trigger.take()).isTrue();
    }
}
