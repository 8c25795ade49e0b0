package dev.fanlight.relay.gateway;

import dev.fanlight.relay.auth.WatchGate.Admission;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Asks for players by HTTP whether they may watch. Immutable; event loop only. */
public final class PlayerGate {

    private final GatewayContext relay;

    /** Admits to the cameras of {@code relay}. */
    public PlayerGate(GatewayContext relay) {
        this.relay = relay;
    }

    /** What is asked; empty when it is refused whatever key it shows, and has been answered. */
    public Optional<PlayerRequest> request(RoutingContext context) {
        PlayerRequest request = PlayerRequest.of(context, relay.clients());
        if (request.isForeign()) {
            relay.counters().increment(RelayCounter.ORIGINS_REFUSED);
            PlayerRefusals.foreign(context);
            return Optional.empty();
        }
        Optional<Duration> wait = relay.limits().take(LimitedAction.REQUEST, request.addressKey());
        if (wait.isPresent()) {
            relay.counters().increment(RelayCounter.ADDRESSES_LIMITED);
            PlayerRefusals.tooMany(context, wait.get());
            return Optional.empty();
        }
        return Optional.of(request);
    }

    /** Admits it or refuses it, on a worker; the result comes back on the event loop. */
    public Future<Admission> admit(PlayerRequest request) {
        return relay.worker()
                .executeBlocking(
                        () -> relay.watchGate().admit(request.camera(), request.credentials(), request.addressKey()),
                        false);
    }
}
