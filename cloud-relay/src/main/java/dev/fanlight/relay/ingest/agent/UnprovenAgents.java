package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.ratelimit.FairPlaces;
import dev.fanlight.relay.socket.PeerSocket;

/**
 * The sockets of agents that have not shown yet who they are. They are not counted by the rate of their address, because a valid agent must
 * get in whatever others at its address do; instead there are at most {@link #MAX}, and the address with the most loses its oldest.
 * Thread safe, does not block.
 */
public final class UnprovenAgents {

    /** Most sockets, each for {@link AgentSession#PROOF_LIMIT} at most. */
    static final int MAX = 200;

    private final FairPlaces<PeerSocket> sockets = new FairPlaces<>(MAX);

    /** Counts a socket until {@link #remove}. */
    void add(PeerSocket socket) {
        sockets.add(socket, socket.address()).ifPresent(loser -> loser.post(() -> loser.end(CloseReason.BUSY)));
    }

    /** The agent has shown who it is, or is gone. */
    void remove(PeerSocket socket) {
        sockets.remove(socket);
    }
}
