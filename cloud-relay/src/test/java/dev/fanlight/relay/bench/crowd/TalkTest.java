package dev.fanlight.relay.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTest {

    private static final long SECOND = 1_000_000;

    private final ChatFlood talk = ChatFlood.ofPlayer();

    @Test
    void withoutPicturesItSpeaksAtOnceAndAcknowledgesWithEachQuestion() {
        List<Integer> asked = new ArrayList<>();
        List<Integer> spoken = new ArrayList<>();
        for (int second = 0; second <= 20; second++) {
            if (talk.turn(second * SECOND)) {
                spoken.add(second);
                if (talk.asks()) {
                    asked.add(second);
                }
                speaks(second * SECOND);
            }
        }
        assertThat(asked).containsExactly(0, 2, 4, 6, 10, 20);
        assertThat(spoken).containsExactly(0, 2, 4, 5, 6, 10, 15, 20);
    }

    @Test
    void whatIsDueWaitsForTheNextPicture() {
        arrives(0, 0);
        assertThat(talk.turn(400_000)).isFalse();
        assertThat(talk.picture(433_000, 433_000)).isTrue();
        assertThat(talk.asks()).isTrue();
        speaks(433_000);
        assertThat(talk.asks()).isFalse();
        assertThat(talk.picture(466_000, 466_000)).isFalse();
    }

    @Test
    void acknowledgementThatIsDueStaysDueUntilItIsSaid() {
        for (int second = 0; second < 15; second++) {
            talk.turn(second * SECOND);
            speaks(second * SECOND);
        }
        arrives(0, 15 * SECOND - 1);
        talk.turn(15 * SECOND);
        talk.turn(15 * SECOND + 1);
        assertThat(talk.asks()).isFalse();
        assertThat(talk.picture(15 * SECOND + 2, 15 * SECOND + 2)).isTrue();
    }

    @Test
    void whoSetsAClockDoesNotWaitForAPicture() {
        ChatFlood setter = ChatFlood.ofClockSetter();
        setter.picture(0, 0);
        setter.acknowledged(0);
        assertThat(setter.turn(1)).isTrue();
    }

    @Test
    void firstAndLatePicturesAreAcknowledgedAtOnceButNotMoreThanTenTimesASecond() {
        assertThat(arrives(0, 0)).isTrue();
        assertThat(arrives(0, 240_000)).isFalse();
        assertThat(arrives(0, 260_000)).isTrue();
        assertThat(arrives(0, 350_000)).isFalse();
        assertThat(arrives(0, 370_000)).isTrue();
    }

    @Test
    void firstInTimeAfterLateOnesIsAcknowledgedAtOnce() {
        arrives(0, 0);
        assertThat(arrives(0, 300_000)).isTrue();
        assertThat(arrives(400_000, 400_000)).isTrue();
        assertThat(arrives(500_000, 500_000)).isFalse();
    }

    @Test
    void whatWasDueCountsAmongTheTenASecond() {
        arrives(0, 0);
        talk.turn(200_000);
        assertThat(arrives(260_000, 260_000)).isTrue();
        assertThat(arrives(0, 300_000)).isFalse();
        assertThat(arrives(0, 360_000)).isTrue();
    }

    @Test
    void questionAloneIsNoAcknowledgement() {
        talk.turn(0);
        talk.asked();
        assertThat(talk.picture(50_000, 50_000)).isTrue();
    }

    @Test
    void firstPictureAfterAPauseIsAcknowledgedAtOnce() {
        arrives(0, 0);
        assertThat(arrives(500_000, 500_000)).isFalse();
        assertThat(arrives(1_000_001, 1_000_001)).isTrue();
    }

    /** A picture comes, and what there is to say is said. */
    private boolean arrives(long capture, long now) {
        boolean isTime = talk.picture(capture, now);
        if (isTime) {
            speaks(now);
        }
        return isTime;
    }

    private void speaks(long now) {
        talk.asked();
        talk.acknowledged(now);
    }
}
