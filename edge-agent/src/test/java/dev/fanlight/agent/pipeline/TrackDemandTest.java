package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.ManualTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackDemandTest {

    private static final int MAIN = 0;
    private static final int LOW = 1;
    private static final int AUDIO = 2;
    private static final Set<Integer> BOTH = Set.of(MAIN, LOW);

    private final ManualTime time = new ManualTime();
    private final TrackDemand demand = new TrackDemand(time);

    @Test
    void beforeTheFirstDemandTheMainRenditionIsNeeded() {
        assertThat(demand.among(BOTH)).containsExactly(MAIN);
        demand.demand(Set.of());
        assertThat(demand.among(BOTH)).containsExactly(MAIN);
    }

    @Test
    void aTrackThatIsNotDemandedAnyMoreLingers() {
        demand.demand(Set.of(LOW));
        assertThat(demand.among(BOTH)).containsExactlyInAnyOrder(MAIN, LOW);
        time.advance(TrackDemand.LINGER);
        assertThat(demand.among(BOTH)).containsExactly(LOW);
    }

    @Test
    void aRepeatedDemandDoesNotProlongTheLingerOfOtherTracks() {
        demand.demand(Set.of(LOW));
        time.advance(TrackDemand.LINGER);
        demand.demand(Set.of(LOW));
        assertThat(demand.among(BOTH)).containsExactly(LOW);
    }

    @Test
    void theMainRenditionReplacesATrackThatIsNotAvailable() {
        demand.demand(Set.of(LOW));
        time.advance(TrackDemand.LINGER);
        assertThat(demand.among(Set.of(MAIN))).containsExactly(MAIN);
    }

    @Test
    void audioIsNeededWhileItIsDemandedAndAWhileAfter() {
        assertThat(demand.isNeeded(AUDIO)).isFalse();
        demand.demand(Set.of(MAIN, AUDIO));
        assertThat(demand.isNeeded(AUDIO)).isTrue();
        demand.demand(Set.of(MAIN));
        assertThat(demand.isNeeded(AUDIO)).isTrue();
        time.advance(TrackDemand.LINGER);
        assertThat(demand.isNeeded(AUDIO)).isFalse();
    }
}
