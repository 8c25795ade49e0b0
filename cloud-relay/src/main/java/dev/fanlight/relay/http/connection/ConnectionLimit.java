package dev.fanlight.relay.http.connection;

import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.OpenCounts;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Optional;

/**
 * How many connections an address has open that are no sockets, which are counted by themselves. A trusted proxy, through which others
 * come, may open as many as it likes. Thread safe.
 */
public final class ConnectionLimit {

    private final ClientAddress clients;
    private final OpenCounts open;

    /** Counts in {@code open} all peers that are no trusted proxies of {@code clients}. */
    public ConnectionLimit(ClientAddress clients, OpenCounts open) {
        this.clients = clients;
        this.open = open;
    }

    /** Counts one more connection and returns what has to be run once when it is closed; empty, and not counted, when it is one too many. */
    public Optional<Runnable> open(SocketAddress peer) {
        Optional<InetAddress> client = clients.direct(peer);
        if (client.isEmpty()) {
            return Optional.of(() -> {});
        }
        AddressKey address = AddressKey.of(client.get());
        return open.open(address) ? Optional.of(() -> open.closed(address)) : Optional.empty();
    }
}
