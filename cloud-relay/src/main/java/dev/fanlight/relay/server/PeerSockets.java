package dev.fanlight.relay.server;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.socket.OpenSockets;
import dev.fanlight.relay.socket.PeerKind;
import dev.fanlight.relay.socket.ReconnectSpread;
import dev.fanlight.relay.socket.ReturnTimes;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;

/** The open sockets of agents and viewers, which always know how to come back: after a goodbye, and without one. */
final class PeerSockets implements Component {

    private static final Logger LOG = Logger.getLogger(PeerSockets.class.getName());

    private static final Duration UPDATE_EVERY = Duration.ofSeconds(1);

    /** Sockets beyond viewers and beyond agents: those that have not authenticated yet, and devices that wait for approval. */
    private static final int UNAUTHENTICATED = 250;

    private final Vertx vertx;
    private final OpenSockets open;
    private final RandomGenerator random;
    private final Duration goodbyeLimit;
    private long timer;

    /** {@code goodbyeLimit} is how long peers have to answer the goodbye. */
    PeerSockets(Vertx vertx, Supplier<LimitConfig> limits, RandomGenerator random, Duration goodbyeLimit) {
        this.vertx = vertx;
        this.open = new OpenSockets(Map.of(
                PeerKind.VIEWER, () -> limits.get().viewers() + UNAUTHENTICATED,
                PeerKind.AGENT, () -> limits.get().cameras() + UNAUTHENTICATED));
        this.random = random;
        this.goodbyeLimit = goodbyeLimit;
    }

    OpenSockets open() {
        return open;
    }

    @Override
    public String name() {
        return "sockets";
    }

    @Override
    public void start() {
        ReconnectSpread spread = new ReconnectSpread(open);
        timer = vertx.setPeriodic(UPDATE_EVERY.toMillis(), id -> spread.update());
    }

    @Override
    public void prepareStop() {
        open.endAll(CloseReason.RESTARTING, new ReturnTimes(random));
    }

    @Override
    public void stop(Duration limit) {
        vertx.cancelTimer(timer);
        try {
            if (!open.awaitNone(limit.compareTo(goodbyeLimit) < 0 ? limit : goodbyeLimit)) {
                LOG.fine("Some peers did not answer the goodbye");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("open", open.size());
    }
}
