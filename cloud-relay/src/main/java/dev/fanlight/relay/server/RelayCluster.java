package dev.fanlight.relay.server;

import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.cluster.LocalCluster;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.cluster.redis.RedisCluster;
import dev.fanlight.relay.cluster.redis.RedisServerOptions;
import dev.fanlight.relay.component.Lifecycle;
import dev.fanlight.relay.config.ClusterConfig;
import dev.fanlight.relay.config.RedisUrl;
import io.vertx.core.Vertx;
import java.util.function.Consumer;

/**
 * Makes this relay’s connection to others: by Redis where the settings name one, or to itself alone. Used on the starting thread.
 *
 * @param config of the cluster
 * @param instruments clocks, randomness and errors
 */
record RelayCluster(ClusterConfig config, Instruments instruments) {

    private static final int NODE_BITS = 80;

    /** The cluster, started where it has to be. */
    Cluster start(Vertx vertx, Lifecycle lifecycle) {
        Node node = new Node(instruments.secrets().base32(NODE_BITS), config.address());
        Consumer<RuntimeException> failures = e -> instruments.errors().failure("A message to this relay failed", e);
        if (config.redis().isEmpty()) {
            return new LocalCluster(node, instruments.clock(), failures);
        }
        RedisUrl redis = config.redis().get();
        return lifecycle.start(new RedisCluster(
                vertx,
                node,
                new RedisServerOptions(redis, config.redisTrust()).toRedisOptions(),
                redis.database(),
                instruments.clock(),
                failures));
    }
}
