package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.ratelimit.FairPlaces;
import dev.fanlight.relay.ratelimit.OpenCounts;
import java.util.Random;

/**
 * What the sessions of a gateway share. Immutable, its parts are thread safe.
 *
 * @param relay what the relay gives
 * @param timeouts how long peers are waited for
 * @param waiting connections that were not admitted yet
 * @param connections how many connections each address has
 * @param active those that were admitted
 * @param random for handshakes
 */
record RtmpServices(
        GatewayContext relay,
        RtmpTimeouts timeouts,
        FairPlaces<RtmpSocket> waiting,
        ConnectionLimit connections,
        ActiveSessions active,
        Random random) {

    /** Most connections that were not admitted yet, each for {@link RtmpTimeouts#request} at most. */
    static final int MAX_WAITING = 200;

    /** Most connections of an address, IPv6: of a /64; a trusted proxy may have more. */
    static final int MAX_PER_ADDRESS = 50;

    static RtmpServices of(GatewayContext relay, RtmpTimeouts timeouts, Random random) {
        return new RtmpServices(
                relay,
                timeouts,
                new FairPlaces<>(MAX_WAITING),
                new ConnectionLimit(relay.clients(), new OpenCounts(MAX_PER_ADDRESS)),
                new ActiveSessions(),
                random);
    }
}
