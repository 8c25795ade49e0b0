package dev.fanlight.agent.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.NoControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SharedControlTest {

    private final List<String> demands = new ArrayList<>();
    private final SharedControl shared = new SharedControl(new NoControl() {
        @Override
        public void demand(int readers, Set<Integer> tracks) {
            demands.add(readers + " " + new TreeSet<>(tracks));
        }
    });

    private final StreamControl relay = shared.port();
    private final StreamControl network = shared.port();

    @Test
    void readersAndTracksOfAllConsumersAreAddedUp() {
        relay.demand(2, Set.of(0));
        network.demand(1, Set.of(1, 2));
        assertThat(demands).containsExactly("2 [0]", "3 [0, 1, 2]");
    }

    @Test
    void aConsumerWithoutReadersNeedsNoTracks() {
        relay.demand(1, Set.of(0));
        network.demand(1, Set.of(1));
        relay.demand(0, Set.of(0));
        assertThat(demands.get(2)).isEqualTo("1 [1]");
    }

    @Test
    void noTracksStandForTheMainOne() {
        relay.demand(1, Set.of());
        network.demand(1, Set.of(1));
        assertThat(demands.get(1)).isEqualTo("2 [0, 1]");
    }
}
