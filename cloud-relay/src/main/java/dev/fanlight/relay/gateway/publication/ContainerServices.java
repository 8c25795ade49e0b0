package dev.fanlight.relay.gateway.publication;

import dev.fanlight.relay.gateway.GatewayContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the publications of a gateway share. Immutable, its parts are thread safe.
 *
 * @param relay what the relay gives
 * @param timeouts how long publishers are waited for
 * @param active those that publish: at most one for each stream, and one more for each that takes the place of another
 */
public record ContainerServices(GatewayContext relay, ContainerTimeouts timeouts, Set<ContainerPublication> active) {

    public static ContainerServices of(GatewayContext relay, ContainerTimeouts timeouts) {
        return new ContainerServices(relay, timeouts, ConcurrentHashMap.newKeySet());
    }

    /** Ends all, because the relay stops. Any thread. */
    public void stop() {
        ContainerEnd end = new ContainerEnd(503, "The relay stops. Connect again.");
        active.forEach(publication -> publication.execute(() -> publication.end(end)));
    }
}
