package dev.fanlight.relay.cluster;

/**
 * One relay of a cluster. Immutable.
 *
 * @param id new at each start of a relay, so that a restarted node counts as another one and is fenced by its old leases
 * @param address where other relays reach it, as {@code wss://HOST:PORT}; empty for a relay that runs alone
 */
public record Node(String id, String address) {

    /** Checks that there is an id. */
    public Node {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a node must have an id");
        }
    }
}
