package dev.fanlight.relay.webrtc;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The peers of a port, by the names that they ask for and by the addresses that they ask from. Their owners limit them. Loop only. */
final class RtcPeers {

    /** Most addresses of a peer; a browser has one for each of its networks. */
    static final int MAX_ADDRESSES = 16;

    private final Map<String, RtcPeer> byName = new HashMap<>();
    private final Map<InetSocketAddress, RtcPeer> byAddress = new HashMap<>();

    void add(RtcPeer peer) {
        byName.put(peer.local().fragment(), peer);
    }

    void remove(RtcPeer peer) {
        byName.remove(peer.local().fragment());
        byAddress.values().removeIf(other -> other == peer);
    }

    Optional<RtcPeer> named(String fragment) {
        return Optional.ofNullable(byName.get(fragment));
    }

    Optional<RtcPeer> at(InetSocketAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** An authentic check of a peer has come from there; false when it has too many addresses. */
    boolean located(RtcPeer peer, InetSocketAddress address) {
        if (byAddress.get(address) == peer) {
            return true;
        }
        if (byAddress.values().stream().filter(other -> other == peer).count() >= MAX_ADDRESSES) {
            return false;
        }
        byAddress.put(address, peer);
        return true;
    }
}
