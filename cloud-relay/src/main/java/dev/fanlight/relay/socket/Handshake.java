package dev.fanlight.relay.socket;

import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.ratelimit.AddressKey;
import java.net.InetAddress;

/**
 * The request that opened a socket. Immutable.
 *
 * @param address of the peer
 * @param credentials the cookies it sent
 */
public record Handshake(InetAddress address, Credentials credentials) {

    /** The key under which limits count the peer. */
    public AddressKey key() {
        return AddressKey.of(address);
    }
}
