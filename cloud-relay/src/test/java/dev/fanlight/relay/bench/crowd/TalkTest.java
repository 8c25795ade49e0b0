package dev.fanlight.relay.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTest {

    private static final long SECOND = 1_000_000;

    private final Talk talk = Talk.ofPlayer();

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
                talk.said(second * SECOND);
            }
        }
        assertThat(asked).containsExactly(0, 2, 4, 6, 10, 20);
        assertThat(spoken).containsExactly(0, 2, 4, 5, 6, 10, 15, 20);
    }

    @Test
    void whatIsDueWaitsForTheNextPicture() {
        talk.picture(0, 0);
        talk.said(0);
        assertThat(talk.turn(400_000)).isFalse();
        assertThat(talk.picture(0, 433_000)).isTrue();
        assertThat(talk.asks()).isTrue();
        talk.said(433_000);
        assertThat(talk.asks()).isFalse();
        assertThat(talk.picture(0, 466_000)).isFalse();
    }

    @Test
    void acknowledgementThatIsDueStaysDueUntilItIsSaid() {
        for (int second = 0; second < 15; second++) {
            talk.turn(second * SECOND);
            talk.said(second * SECOND);
        }
        talk.picture(0, 15 * SECOND - 1);
        talk.said(15 * SECOND - 1);
        talk.turn(15 * SECOND);
        talk.turn(15 * SECOND + 1);
        assertThat(talk.asks()).isFalse();
        assertThat(talk.picture(0, 15 * SECOND + 2)).isTrue();
    }

    @Test
    void whoSetsAClockDoesNotWaitForAPicture() {
        Talk setter = Talk.ofClockSetter();
        setter.picture(0, 0);
        setter.said(0);
        assertThat(setter.turn(1)).isTrue();
    }

    @Test
    void firstAndLatePicturesAreAcknowledgedAtOnceButNotMoreThanTenTimesASecond() {
        assertThat(pictureSaysSo(0)).isTrue();
        assertThat(pictureSaysSo(240_000)).isFalse();
        assertThat(pictureSaysSo(260_000)).isTrue();
        assertThat(pictureSaysSo(350_000)).isFalse();
        assertThat(pictureSaysSo(370_000)).isTrue();
    }

    @Test
    void whatWasDueCountsAmongTheTenASecond() {
        pictureSaysSo(0);
        talk.turn(200_000);
        assertThat(pictureSaysSo(260_000)).isTrue();
        assertThat(pictureSaysSo(300_000)).isFalse();
    }

    @Test
    void firstPictureAfterAPauseIsAcknowledgedAtOnce() {
        assertThat(talk.picture(0, 0)).isTrue();
        talk.said(0);
        assertThat(talk.picture(0, 500_000)).isFalse();
        assertThat(talk.picture(0, 1_000_001)).isTrue();
    }

    /** Captured at 0, arrived at {@code micros}. */
    private boolean pictureSaysSo(long micros) {
        boolean speaks = talk.picture(micros, micros);
        if (speaks) {
            talk.said(micros);
        }
        return speaks;
    }
}
