package dev.fanlight.relay.webrtc;

import dev.fanlight.protocol.sdp.IceCandidate;
import dev.fanlight.protocol.stun.StunMessage;
import dev.fanlight.protocol.stun.StunWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The checks of the side that controls (RFC 8445 §7.2): asks at each address of the peer in turn until one answers, chooses that way, and asks there
 * again and again whether packets are still wanted (RFC 7675). Loop only.
 */
final class PathChecks {

    /** Most addresses of a peer that are asked at. */
    static final int MAX_ADDRESSES = 16;

    private static final Duration SEARCH = Duration.ofMillis(50);
    private static final Duration CONSENT = Duration.ofMillis(2_500);
    private static final int TRANSACTION_BYTES = 12;

    private final RtcEndpoint endpoint;
    private final RtcPeer peer;
    private final byte[] transaction = new byte[TRANSACTION_BYTES];
    private final long tieBreaker;
    private final Predicate<InetSocketAddress> allowed;
    private final List<InetSocketAddress> addresses;
    private Optional<InetSocketAddress> chosen = Optional.empty();
    private int next;

    PathChecks(RtcEndpoint endpoint, RtcPeer peer, Predicate<InetSocketAddress> allowed) {
        this.endpoint = endpoint;
        this.peer = peer;
        this.allowed = allowed;
        this.addresses = peer.remote().candidates().stream()
                .map(IceCandidate::address)
                .filter(allowed)
                .limit(MAX_ADDRESSES)
                .collect(Collectors.toCollection(ArrayList::new));
        this.tieBreaker = endpoint.random().nextLong();
        endpoint.random().nextBytes(transaction);
    }

    /** Sends the next check, and further ones until the peer is closed. */
    void next() {
        if (peer.isClosed()) {
            return;
        }
        if (chosen.isPresent()) {
            check(chosen.get(), true);
        } else if (!addresses.isEmpty()) {
            check(addresses.get(next % addresses.size()), false);
            next++;
        }
        endpoint.loop().after(chosen.isPresent() ? CONSENT : SEARCH, this::next);
    }

    /** Where it asks. */
    List<InetSocketAddress> addresses() {
        return List.copyOf(addresses);
    }

    /** Whether something may be sent there. */
    boolean isAllowed(InetSocketAddress address) {
        return allowed.test(address);
    }

    /** The peer has asked from there, so that it may be reached there, too. */
    void found(InetSocketAddress address) {
        if (addresses.size() < MAX_ADDRESSES && !addresses.contains(address)) {
            addresses.add(address);
        }
    }

    /** An authentic answer has come. */
    void answered(StunMessage answer, InetSocketAddress from) {
        if (!answer.answers(transaction) || answer.type() != StunMessage.Type.SUCCESS || !addresses.contains(from)) {
            return;
        }
        peer.heard();
        if (chosen.isEmpty()) {
            chosen = Optional.of(from);
            check(from, true);
            peer.use(from);
        }
    }

    private void check(InetSocketAddress to, boolean nominates) {
        String username = peer.remote().ice().fragment() + ":" + peer.local().fragment();
        byte[] request = StunWriter.request(
                transaction,
                username,
                tieBreaker,
                nominates,
                peer.remote().ice().password());
        endpoint.loop().send(request, request.length, to);
    }
}
