package dev.fanlight.agent.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {

    @Test
    void theTextSaysHowManyHaveNoName() {
        assertThat(new Audience(2, List.of("family", "the owner")).text()).isEqualTo("family, the owner");
        assertThat(new Audience(5, List.of("family", "the owner")).text()).isEqualTo("family, the owner and 3 more");
        assertThat(new Audience(5, List.of()).text()).isEmpty();
    }

    @Test
    void theNamesAreAsManyAsAreAllowedOfSeveralTogether() {
        Audience relay = new Audience(20, Collections.nCopies(Audience.MAX_NAMES - 1, "a visitor"));
        Audience both = relay.and(new Audience(3, Collections.nCopies(3, "on this network")));
        assertThat(both.viewers()).isEqualTo(23);
        assertThat(both.names()).hasSize(Audience.MAX_NAMES).endsWith("a visitor", "on this network");
        assertThat(both.unnamed()).isEqualTo(7);
    }

    @Test
    void withoutViewersThereAreNoNames() {
        assertThat(new Audience(0, List.of("family"))).isEqualTo(Audience.NOBODY);
    }
}
