package dev.fanlight.relay.node;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.cluster.StreamLocator;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.util.function.Predicate;

/**
 * What sockets between nodes need. Immutable, its parts are thread safe.
 *
 * @param node this relay
 * @param secret of the cluster
 * @param ownKeys whether a server key is one that this relay shows
 * @param streams of this relay
 * @param locator which node has which stream
 * @param secrets make nonces
 * @param wallClock the relay’s clock
 * @param clock for durations
 * @param counters what happened
 * @param errors where failures are logged
 */
public record NodeServices(
        Node node,
        ClusterSecret secret,
        Predicate<String> ownKeys,
        StreamRegistry streams,
        StreamLocator locator,
        Secrets secrets,
        MediaClock wallClock,
        NanoClock clock,
        RelayCounters counters,
        ErrorLog errors) {}
