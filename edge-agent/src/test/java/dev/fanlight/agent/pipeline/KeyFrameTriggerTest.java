package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyFrameTriggerTest {

    private final ManualTime time = new ManualTime();
    private final KeyFrameTrigger wish = new KeyFrameTrigger(time, Duration.ofMillis(250));

    @Test
    void manyWishesAreOneKeyFrame() {
        for (int i = 0; i < 1000; i++) {
            wish.make();
        }
        assertThat(wish.take()).isTrue();
        assertThat(wish.take()).isFalse();
    }

    @Test
    void aWishThatComesTooEarlyWaits() {
        wish.make();
        assertThat(wish.take()).isTrue();
        wish.make();
        time.advance(Duration.ofMillis(249));
        assertThat(wish.take()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(wish.take()).isTrue();
    }
}
