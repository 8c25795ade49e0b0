package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.relay.stream.PublishDemand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends an agent what is needed of its camera and, where it may know, who watches. Both travel together, so that the people there never read
 * a number with the names of another moment. Event loop only.
 */
final class DemandReport {

    /** How often it is checked whether the names have changed though the demand has not: the most messages that renaming can cause. */
    static final Duration NAMES_INTERVAL = Duration.ofSeconds(1);

    private final Consumer<Demand> agent;
    private final Optional<Supplier<List<NamedViewer>>> watching;
    private final BooleanSupplier backfill;
    private Optional<Demand> sent = Optional.empty();

    /**
     * Makes one that has sent nothing.
     *
     * @param agent sends a message
     * @param watching who watches; empty where the agent does not learn it
     * @param backfill whether the agent is to send later what a recording lacks
     */
    DemandReport(Consumer<Demand> agent, Optional<Supplier<List<NamedViewer>>> watching, BooleanSupplier backfill) {
        this.agent = agent;
        this.watching = watching;
        this.backfill = backfill;
    }

    /** The demand has changed. */
    void demand(PublishDemand next) {
        send(new Demand(
                next.viewers(), next.readers(), next.tracks(), watching(next.viewers()), backfill.getAsBoolean()));
    }

    /** To be called each {@link #NAMES_INTERVAL}: sends who watches, if that has changed. */
    void checkNames() {
        sent.ifPresent(last -> {
            Demand now = new Demand(
                    last.viewers(), last.readers(), last.tracks(), watching(last.viewers()), backfill.getAsBoolean());
            if (!now.equals(last)) {
                send(now);
            }
        });
    }

    private void send(Demand demand) {
        sent = Optional.of(demand);
        agent.accept(demand);
    }

    /**
     * Never more than are counted: none of a camera that its owner has paused, with however many pages open, nor one who came just now and is
     * counted with the next tick.
     */
    private Optional<List<NamedViewer>> watching(int viewers) {
        return watching.map(names -> names.get().stream().limit(viewers).toList());
    }
}
