package dev.fanlight.relay.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.rtmp.RtmpMessage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a target has room for more, with an encoder in front of it. */
class LivePushTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();
    private final Place target = new Place();
    private final Place encoder = new Place();
    private final LivePush live = new LivePush(target, encoder, new PushTracks(1, PushSound.COPY), nanos::get);

    @Test
    void anEncoderIsFedOnlyWhileTheTargetTakesWhatItMakes() {
        assertThat(live.hasRoom()).isTrue();
        target.full = true;
        assertThat(live.hasRoom()).isFalse();
        target.full = false;
        encoder.full = true;
        assertThat(live.hasRoom()).isFalse();
    }

    @Test
    void aTargetThatTakesNothingIsStuckHoweverOftenItIsTried() {
        target.full = true;
        for (int seconds = 0; seconds < LIMIT.toSeconds(); seconds++) {
            assertThat(live.hasRoom()).isFalse();
            assertThat(live.isStuck(LIMIT)).isFalse();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        nanos.incrementAndGet();
        assertThat(live.isStuck(LIMIT)).isTrue();
        assertThat(live.isIdle(LIMIT)).isFalse();
    }

    @Test
    void theLimitBeginsAnewWhenItTakesSomething() {
        nanos.addAndGet(LIMIT.toNanos());
        assertThat(live.hasRoom()).isTrue();
        target.full = true;
        nanos.addAndGet(LIMIT.toNanos());
        assertThat(live.isStuck(LIMIT)).isFalse();
    }

    /** A place that is full when the test says so. */
    private static final class Place implements PushLink {

        private boolean full;

        @Override
        public void send(RtmpMessage message) {
            // Only its room is looked at here.
        }

        @Override
        public boolean isFull() {
            return full;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
