package dev.fanlight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContinuousTimeTest {

    private static final int VIDEO = 0;
    private static final int AUDIO = 2;
    private static final long SECOND = 1_000_000;

    private final ContinuousTime time = new ContinuousTime(10);

    @Test
    void whatDoesNotJumpStaysAsItIs() {
        assertThat(time.place(VIDEO, 7 * SECOND)).isEqualTo(7 * SECOND);
        assertThat(time.place(VIDEO, 8 * SECOND)).isEqualTo(8 * SECOND);
        assertThat(time.place(VIDEO, 13 * SECOND)).isEqualTo(13 * SECOND);
        assertThat(time.place(VIDEO, 13 * SECOND - 1)).isEqualTo(13 * SECOND - 1);
        assertThat(time.jumps()).isZero();
    }

    @Test
    void aJumpFollowsAtTheDistanceOfTheFramesBefore() {
        time.place(VIDEO, 0);
        time.place(VIDEO, 40_000);
        assertThat(time.place(VIDEO, 60 * SECOND)).isEqualTo(80_000);
        assertThat(time.place(VIDEO, 60 * SECOND + 40_000)).isEqualTo(120_000);
        assertThat(time.place(VIDEO, 5 * SECOND)).isEqualTo(160_000);
        assertThat(time.jumps()).isEqualTo(2);
        assertThat(time.jumpMicros()).isBetween(-56 * SECOND, -54 * SECOND);
    }

    @Test
    void tracksThatJumpTogetherStayTogether() {
        time.place(VIDEO, 0);
        time.place(AUDIO, 10_000);
        long video = time.place(VIDEO, 100 * SECOND);
        long audio = time.place(AUDIO, 100 * SECOND + 10_000);
        assertThat(audio - video).isEqualTo(10_000);
        assertThat(time.jumps()).isEqualTo(1);
    }

    @Test
    void aPauseOfTheVideoAloneIsKeptWhereTheAudioGoesOn() {
        time.place(VIDEO, 0);
        for (int i = 0; i <= 40; i++) {
            time.place(AUDIO, i * SECOND);
        }
        assertThat(time.place(VIDEO, 40 * SECOND)).isEqualTo(40 * SECOND);
        assertThat(time.jumps()).isZero();
    }

    @Test
    void framesThatComeRarelyAreNoJump() {
        ContinuousTime lapse = new ContinuousTime(0.1);
        assertThat(lapse.place(VIDEO, 0)).isZero();
        assertThat(lapse.place(VIDEO, 10 * SECOND)).isEqualTo(10 * SECOND);
        assertThat(lapse.jumps()).isZero();
    }
}
