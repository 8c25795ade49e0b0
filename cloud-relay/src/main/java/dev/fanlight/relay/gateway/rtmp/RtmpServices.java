package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.tcp.TcpConnections;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the sessions of a gateway share. Immutable, its parts are thread safe.
 *
 * @param relay what the relay gives
 * @param timeouts how long peers are waited for
 * @param connections those that are open
 * @param publishers how many publish
 * @param players how many watch
 * @param random for handshakes
 */
record RtmpServices(
        GatewayContext relay,
        RtmpTimeouts timeouts,
        TcpConnections connections,
        AtomicInteger publishers,
        AtomicInteger players,
        Random random) {

    static RtmpServices of(GatewayContext relay, RtmpTimeouts timeouts, Random random) {
        return new RtmpServices(
                relay, timeouts, new TcpConnections(relay), new AtomicInteger(), new AtomicInteger(), random);
    }
}
