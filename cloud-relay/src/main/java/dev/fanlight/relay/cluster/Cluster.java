package dev.fanlight.relay.cluster;

/**
 * This relay’s connection to the others. Everything here is thread safe and never blocks.
 *
 * <p>Two rules hold for all of it. <em>The store decides:</em> a message only announces that something has changed, so a message that is
 * missed or arrives twice does no harm. <em>Epochs fence:</em> what a node does as a holder carries the epoch of its lease, and an epoch
 * lower than the highest one seen is ignored.
 */
public interface Cluster {

    /** This relay. */
    Node node();

    /** Which node has a camera’s stream. */
    StreamLocator streams();

    /** Announces that rights have changed, after the change is committed. */
    Topic<RightsChange> rights();

    /** Announces that a chat has grown, after the line is committed. */
    Topic<ChatAppended> chat();

    /** Announces that something else about a chat has changed, after that is committed. */
    Topic<ChatChanged> chatChanges();

    /** Places that are counted over all nodes. */
    Places places();

    /** All nodes, for people to see. */
    Nodes nodes();

    /** Work that only one node may do at a time. */
    Leases leases();
}
