package dev.fanlight.relay.server;

import dev.fanlight.relay.auth.LinkPlaces;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.component.Lifecycle;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.node.ClusterSecret;
import dev.fanlight.relay.node.NodeHandler;
import dev.fanlight.relay.node.NodeReporter;
import dev.fanlight.relay.node.NodeServices;
import dev.fanlight.relay.node.Pulls;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Media between this relay and others, where the settings name a cluster. Used on the starting thread.
 *
 * @param config of the relay
 * @param cluster where others are found
 * @param context parts of the relay
 * @param ownKeys whether a server key is one that this relay shows
 */
record RelayNodes(RelayConfig config, Cluster cluster, RelayContext context, Predicate<String> ownKeys) {

    /** Counts the viewers of links with those of other relays, if there are others. */
    static Optional<LinkPlaces> places(RelayConfig config, Cluster cluster, Vertx vertx, Instruments instruments) {
        if (!config.cluster().isOn()) {
            return Optional.empty();
        }
        LinkPlaces places = new LinkPlaces(cluster.places(), cluster.node().id(), instruments.errors());
        vertx.setPeriodic(LinkPlaces.KEEP.toMillis(), ignored -> places.keep());
        return Optional.of(places);
    }

    /** Serves other nodes, and pulls from them. */
    void start(SocketRoutes routes, Lifecycle lifecycle) {
        if (!config.cluster().isOn()) {
            return;
        }
        NodeServices services = new NodeServices(
                cluster.node(),
                new ClusterSecret(config.cluster().secret()),
                ownKeys,
                context.streams(),
                cluster.streams(),
                context.instruments().secrets(),
                context.wallClock(),
                context.clock(),
                context.counters(),
                context.errors());
        routes.nodes(new NodeHandler(services));
        lifecycle.start(new NodeReporter(context.vertx(), cluster.nodes(), context.streams()));
        lifecycle.start(new Pulls(context.vertx(), services, config.limits().cameras()));
    }
}
