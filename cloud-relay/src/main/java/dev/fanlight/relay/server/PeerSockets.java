package dev.fanlight.relay.server;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.socket.OpenSockets;
import dev.fanlight.relay.socket.ReconnectSpread;
import dev.fanlight.relay.socket.ReturnTimes;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;

/** The open sockets of agents and viewers, which always know how to come back: after a goodbye, and without one. */
final class PeerSockets implements Component {

    private static final Logger LOG = Logger.getLogger(PeerSockets.class.getName());
    private static final Duration GOODBYE_LIMIT = Duration.ofMillis(2_500);

    private static final Duration UPDATE_EVERY = Duration.ofSeconds(1);

    /** Sockets beyond viewers and agents: those that have not authenticated yet. */
    private static final int UNAUTHENTICATED = 200;

    private final Vertx vertx;
    private final OpenSockets open;
    private final RandomGenerator random;

    PeerSockets(Vertx vertx, LimitConfig limits, RandomGenerator random) {
        this.vertx = vertx;
        this.open = new OpenSockets(limits.viewers() + limits.cameras() + UNAUTHENTICATED);
        this.random = random;
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
        vertx.setPeriodic(UPDATE_EVERY.toMillis(), timer -> spread.update());
    }

    @Override
    public void prepareStop() {
        open.endAll(CloseReason.RESTARTING, new ReturnTimes(random));
    }

    @Override
    public void stop(Duration limit) {
        try {
            if (!open.awaitNone(limit.compareTo(GOODBYE_LIMIT) < 0 ? limit : GOODBYE_LIMIT)) {
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
