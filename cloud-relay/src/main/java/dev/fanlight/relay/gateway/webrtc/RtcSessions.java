package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.OpenCounts;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of a gateway, by names that nobody can guess. Thread safe. */
final class RtcSessions {

    /** Most sessions at a time, of players and publishers. */
    static final int MAX = 1_000;

    /** Most sessions of an address, IPv6: of a /64. */
    static final int MAX_PER_ADDRESS = 50;

    private static final int NAME_BYTES = 16;

    private final Random random;
    private final OpenCounts perAddress = new OpenCounts(MAX_PER_ADDRESS);
    private final Map<String, RtcSession> sessions = new ConcurrentHashMap<>();

    /** There is none; names come from {@code random}, which nobody can predict. */
    RtcSessions(Random random) {
        this.random = random;
    }

    /** A place for a session of this address, which {@link #close} gives back; empty when there is none. */
    Optional<String> open(AddressKey address, RtcSession session) {
        if (sessions.size() >= MAX || !perAddress.open(address)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(name, session);
        return Optional.of(name);
    }

    /** A session has ended; does nothing the second time. */
    void close(String name, AddressKey address) {
        if (sessions.remove(name) != null) {
            perAddress.closed(address);
        }
    }

    Optional<RtcSession> find(String name) {
        return Optional.ofNullable(sessions.get(name));
    }

    int size() {
        return sessions.size();
    }

    void stopAll() {
        sessions.values().forEach(RtcSession::stop);
    }
}
