package dev.fanlight.relay.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The nodes of the cluster, as each of them reports itself. For people only: nothing is decided by it. A stage fails when the outcome is
 * unknown.
 *
 * <p>Thread safe; never blocks.
 */
public interface Nodes {

    /** Time between two reports of a node. */
    Duration INTERVAL = Duration.ofSeconds(2);

    /** After this time without a report a node that did not leave counts as dead. */
    Duration SILENCE = Duration.ofSeconds(10);

    /** After this time without a report a node is forgotten. */
    Duration MEMORY = Duration.ofMinutes(10);

    /** Reports this node. */
    CompletionStage<Void> report(NodeLoad load);

    /** Removes this node, which stops. */
    CompletionStage<Void> leave();

    /** All nodes that have reported themselves and are not forgotten, in the order of their addresses. */
    CompletionStage<List<NodeReport>> all();
}
