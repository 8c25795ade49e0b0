package dev.fanlight.agent.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentViewersTest {

    @Test
    void theTextSaysHowManyHaveNoName() {
        assertThat(new CurrentViewers(2, List.of("family", "the owner")).text()).isEqualTo("family, the owner");
        assertThat(new CurrentViewers(5, List.of("family", "the owner")).text())
                .isEqualTo("family, the owner and 3 more");
        assertThat(new CurrentViewers(5, List.of()).text()).isEmpty();
    }

    @Test
    void theNamesAreAsManyAsAreAllowedOfSeveralTogether() {
        CurrentViewers relay = new CurrentViewers(20, Collections.nCopies(CurrentViewers.MAX_NAMES - 1, "a visitor"));
        CurrentViewers both = relay.and(new CurrentViewers(3, Collections.nCopies(3, "on this network")));
        assertThat(both.count()).isEqualTo(23);
        assertThat(both.names()).hasSize(CurrentViewers.MAX_NAMES).endsWith("a visitor", "on this network");
        assertThat(both.unnamed()).isEqualTo(7);
    }

    @Test
    void withoutViewersThereAreNoNames() {
        assertThat(new CurrentViewers(0, List.of("family"))).isEqualTo(CurrentViewers.NONE);
    }
}
