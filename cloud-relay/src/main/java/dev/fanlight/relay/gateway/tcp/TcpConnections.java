package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.FairPlaces;
import dev.fanlight.relay.ratelimit.OpenCounts;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open connections of a gateway, and how many there may be of an address and of peers that were not admitted yet. Thread safe. */
public final class TcpConnections {

    /** Most connections that were not admitted yet, each for a few seconds at most. */
    static final int MAX_WAITING = 200;

    /** Most connections of an address, IPv6: of a /64; a trusted proxy may have more. */
    static final int MAX_PER_ADDRESS = 50;

    private final GatewayContext relay;
    private final FairPlaces<TcpSocket> waiting = new FairPlaces<>(MAX_WAITING);
    private final ConnectionLimit perAddress;
    private final Set<TcpSocket> open = ConcurrentHashMap.newKeySet();

    /** No connection is open. */
    public TcpConnections(GatewayContext relay) {
        this.relay = relay;
        this.perAddress = new ConnectionLimit(relay.clients(), new OpenCounts(MAX_PER_ADDRESS));
    }

    /**
     * Takes a connection in, until it closes, or cuts it when its address has too many. On its event loop.
     *
     * @return whether it may be served
     */
    public boolean open(TcpSocket socket) {
        Optional<Runnable> place = perAddress.open(socket.peer());
        if (place.isEmpty()) {
            relay.counters().increment(RelayCounter.ADDRESSES_LIMITED);
            socket.cut();
            return false;
        }
        open.add(socket);
        socket.onClosed(() -> {
            place.get().run();
            open.remove(socket);
            waiting.remove(socket);
        });
        waiting.add(socket, AddressKey.of(socket.address())).ifPresent(TcpSocket::cut);
        return true;
    }

    /** The peer was admitted: its connection does not count among those that wait for it any more. */
    public void admitted(TcpSocket socket) {
        waiting.remove(socket);
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }

    /** Closes all of them. Any thread. */
    public void cutAll() {
        open.forEach(TcpSocket::cut);
    }
}
