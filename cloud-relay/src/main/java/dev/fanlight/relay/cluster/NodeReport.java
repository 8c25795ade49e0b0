package dev.fanlight.relay.cluster;

import java.time.Duration;

/**
 * A node as it has reported itself last. Immutable.
 *
 * @param node the node
 * @param load what it had to do
 * @param age time since the report
 */
public record NodeReport(Node node, NodeLoad load, Duration age) {

    /** Whether it has reported itself lately. */
    public boolean isAlive() {
        return age.compareTo(Nodes.SILENCE) < 0;
    }
}
