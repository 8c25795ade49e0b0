package dev.fanlight.relay.socket;

import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.ratelimit.AddressKey;
import java.net.InetAddress;

/**
 * What the request said by which a socket was opened. Immutable.
 *
 * @param address where the peer is
 * @param credentials the cookies it showed
 */
public record Handshake(InetAddress address, Credentials credentials) {

    /** Whom limits count the peer as. */
    public AddressKey key() {
        return AddressKey.of(address);
    }
}
