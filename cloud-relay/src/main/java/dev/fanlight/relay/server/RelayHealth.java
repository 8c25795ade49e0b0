package dev.fanlight.relay.server;

import dev.fanlight.relay.admin.api.HealthReadings;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.component.Lifecycle;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.gateway.GatewayReports;
import dev.fanlight.relay.health.HealthSampler;
import dev.fanlight.relay.health.Traffic;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.tls.CertificateState;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;

/** Wires what the owner sees of the relay’s health. Used once, on the starting thread. */
final class RelayHealth {

    private RelayHealth() {}

    /** Starts to count and to sample; before the relay listens. */
    static HealthReadings start(
            Lifecycle lifecycle,
            RelayStateFolder folder,
            RelayContext context,
            RelayStore store,
            GatewayReports gateways,
            Supplier<Optional<String>> recordingProblem,
            Supplier<Optional<CertificateState>> certificate,
            Optional<Cluster> cluster) {
        Traffic traffic = new Traffic(context.clock());
        context.streams().onOpen(traffic::opened);
        HealthSampler sampler = lifecycle.start(new HealthSampler(
                context.vertx(),
                context.streams(),
                traffic,
                context.wallClock(),
                folder.path().toFile()));
        RelayStatus status = new RelayStatus(
                context.streams(),
                context.counters(),
                traffic,
                store.audit(),
                store.health()::problem,
                certificate,
                gateways::problems,
                recordingProblem,
                context.wallClock());
        Supplier<JsonObject> shown = cluster.<Supplier<JsonObject>>map(
                        shared -> new ClusterStatus(shared, status::json)::json)
                .orElse(status::json);
        return new HealthReadings(shown, traffic::bitRate, sampler.history());
    }
}
