package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.testing.ManualTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenditionDemandTest {

    private static final Set<Rendition> BOTH = Set.of(Rendition.MAIN, Rendition.LOW);

    private final ManualTime time = new ManualTime();
    private final RenditionDemand demand = new RenditionDemand(time);

    @Test
    void beforeAnybodyHasSaidWhatHeWantsItIsTheMainRendition() {
        assertThat(demand.among(BOTH)).containsExactly(Rendition.MAIN);
        demand.want(Set.of());
        assertThat(demand.among(BOTH)).containsExactly(Rendition.MAIN);
    }

    @Test
    void whatNobodyWantsAnyMoreGoesOnForAWhile() {
        demand.want(Set.of(Rendition.LOW));
        assertThat(demand.among(BOTH)).containsExactlyInAnyOrder(Rendition.MAIN, Rendition.LOW);
        time.advance(RenditionDemand.LINGER);
        assertThat(demand.among(BOTH)).containsExactly(Rendition.LOW);
    }

    @Test
    void aRepeatedWishDoesNotProlongWhatIsNotInIt() {
        demand.want(Set.of(Rendition.LOW));
        time.advance(RenditionDemand.LINGER);
        demand.want(Set.of(Rendition.LOW));
        assertThat(demand.among(BOTH)).containsExactly(Rendition.LOW);
    }

    @Test
    void whatIsWantedAndNotThereIsReplacedByTheMainRendition() {
        demand.want(Set.of(Rendition.LOW));
        time.advance(RenditionDemand.LINGER);
        assertThat(demand.among(Set.of(Rendition.MAIN))).containsExactly(Rendition.MAIN);
    }
}
