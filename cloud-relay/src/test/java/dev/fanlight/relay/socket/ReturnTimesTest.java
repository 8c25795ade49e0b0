package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnTimesTest {

    private static final long SEED = 11;

    private final ReturnTimes times = new ReturnTimes(new Random(SEED));

    @ParameterizedTest
    @ValueSource(ints = {1_000, 3_000, 10_000})
    void noSecondHoldsMoreThanItsShareOfManyViewers(int viewers) {
        int most = BusiestSecond.of(times.of(PeerKind.VIEWER, viewers));
        System.out.println("Seed " + SEED + ": at most " + most + " of " + viewers + " viewers reconnect within a second");
        assertThat(most).isLessThanOrEqualTo(ReturnTimes.VIEWERS_PER_SECOND + 1).isLessThanOrEqualTo(viewers * 3 / 10);
    }

    @Test
    void fewViewersWaitNoLongerThanTheFirst() {
        assertThat(times.of(PeerKind.VIEWER, 10))
                .allSatisfy(wait ->
                        assertThat(wait).isBetween(ReturnTimes.FIRST_VIEWER, ReturnTimes.FIRST_VIEWER.plusMillis(50)));
    }

    @Test
    void everyAgentIsBackBeforeTheFirstViewer() {
        List<Duration> agents = times.of(PeerKind.AGENT, 500);
        assertThat(agents)
                .hasSize(500)
                .allSatisfy(wait -> assertThat(wait).isBetween(ReturnTimes.FIRST_AGENT, ReturnTimes.FIRST_VIEWER));
    }

    @Test
    void waitsAreBoundedForAnyNumberOfPeers() {
        assertThat(times.of(PeerKind.VIEWER, 100_000))
                .allSatisfy(wait -> assertThat(wait)
                        .isLessThanOrEqualTo(ReturnTimes.FIRST_VIEWER.plus(ReturnTimes.MAX_VIEWER_SPAN)));
    }

    @Test
    void noTwoWaitsAreTheSame() {
        assertThat(times.of(PeerKind.VIEWER, 1_000)).doesNotHaveDuplicates();
        assertThat(times.of(PeerKind.VIEWER, 1)).isNotEqualTo(times.of(PeerKind.VIEWER, 1));
    }

    @Test
    void withoutPeersThereAreNoTimes() {
        assertThat(times.of(PeerKind.VIEWER, 0)).isEmpty();
    }
}
