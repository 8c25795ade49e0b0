package dev.fanlight.relay.ingest.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.protocol.agent.NamedViewer.Way;
import dev.fanlight.relay.stream.PublishDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemandReportTest {

    private static final NamedViewer OWNER =
            new NamedViewer(Way.OWNER, Optional.empty(), Optional.empty(), Optional.empty());

    private final List<Demand> sent = new ArrayList<>();
    private List<NamedViewer> watching = List.of(OWNER);
    private final DemandReport report = new DemandReport(sent::add, Optional.of(() -> watching), () -> false);

    @Test
    void demandAndNamesTravelTogether() {
        report.demand(new PublishDemand(1, 2, Set.of(0)));
        assertThat(sent).containsExactly(new Demand(1, 2, Set.of(0), Optional.of(List.of(OWNER))));
    }

    @Test
    void namesAloneAreSentOnlyWhenTheyHaveChanged() {
        report.checkNames();
        assertThat(sent).as("before the first demand").isEmpty();
        report.demand(new PublishDemand(1, 1, Set.of(0)));
        report.checkNames();
        assertThat(sent).hasSize(1);
        watching = List.of(new NamedViewer(Way.OWNER, Optional.empty(), Optional.of("Kim"), Optional.empty()));
        report.checkNames();
        report.checkNames();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(new Demand(1, 1, Set.of(0), Optional.of(watching)));
    }

    @Test
    void withoutViewersThereAreNoNamesThoughPagesAreOpen() {
        report.demand(new PublishDemand(0, 1, Set.of(0)));
        assertThat(sent).containsExactly(new Demand(0, 1, Set.of(0), Optional.of(List.of())));
    }

    @Test
    void noMoreAreNamedThanAreCounted() {
        watching = List.of(OWNER, OWNER);
        report.demand(new PublishDemand(1, 1, Set.of(0)));
        assertThat(sent).containsExactly(new Demand(1, 1, Set.of(0), Optional.of(List.of(OWNER))));
    }

    @Test
    void anAgentThatDoesNotTakeNamesGetsTheDemandAlone() {
        DemandReport nameless = new DemandReport(sent::add, Optional.empty(), () -> false);
        nameless.demand(new PublishDemand(1, 1, Set.of(0)));
        nameless.checkNames();
        assertThat(sent).containsExactly(new Demand(1, 1, Set.of(0)));
    }
}
