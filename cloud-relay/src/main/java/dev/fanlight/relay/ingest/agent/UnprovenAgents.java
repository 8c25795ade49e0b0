package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.ratelimit.FairPlaces;
import dev.fanlight.relay.socket.OpenSockets;
import dev.fanlight.relay.socket.PeerSocket;

/**
 * The sockets of agents that have not authenticated yet. They are not counted by the rate of their address, because a valid agent must
 * get in whatever others at its address do; instead there are at most {@link #MAX}, and the address with the most loses its oldest. That
 * one is cut at once: while it were waited for its answer to a close frame, it would hold a place of an honest agent. Thread safe, does not block.
 */
public final class UnprovenAgents {

    /** Most sockets, each for {@code RelayTimeouts.Agents.proof} at most. */
    static final int MAX = 200;

    private final FairPlaces<PeerSocket> sockets = new FairPlaces<>(MAX);
    private final OpenSockets open;

    /** No sockets yet; those that are added are among {@code open}. */
    public UnprovenAgents(OpenSockets open) {
        this.open = open;
    }

    /** Counts a socket until {@link #remove}. */
    void add(PeerSocket socket) {
        sockets.add(socket, socket.address()).ifPresent(loser -> open.cut(loser, CloseReason.BUSY));
    }

    /** The agent has authenticated or disconnected. */
    void remove(PeerSocket socket) {
        sockets.remove(socket);
    }
}
