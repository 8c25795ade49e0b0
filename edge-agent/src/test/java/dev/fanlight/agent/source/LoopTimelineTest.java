package dev.fanlight.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopTimelineTest {

    @Test
    void theFirstFrameIsDueNow() {
        assertThat(new LoopTimeline(10).place(-100_000, 5_000_000)).isEqualTo(5_000_000);
    }

    @Test
    void theNextLapFollowsAtTheUsualDistance() {
        LoopTimeline timeline = new LoopTimeline(10);
        timeline.place(0, 1_000_000);
        timeline.place(900_000, 1_000_000);
        timeline.newLap();
        assertThat(timeline.place(0, 1_900_000)).isEqualTo(2_000_000);
        assertThat(timeline.place(100_000, 1_900_000)).isEqualTo(2_100_000);
    }

    @Test
    void aLongSleepStartsOverAtThePresent() {
        LoopTimeline timeline = new LoopTimeline(10);
        timeline.place(0, 0);
        assertThat(timeline.place(100_000, 60_000_000)).isEqualTo(60_000_000);
        assertThat(timeline.place(200_000, 60_000_000)).isEqualTo(60_100_000);
    }
}
