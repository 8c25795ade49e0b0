package dev.fanlight.relay.gateway.rtsp;

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
 * @param udp where packets leave by UDP
 * @param players how many watch
 * @param random for session ids and what RTP wants to be random
 */
record RtspServices(
        GatewayContext relay,
        RtspTimeouts timeouts,
        TcpConnections connections,
        UdpPorts udp,
        AtomicInteger players,
        Random random) {

    static RtspServices of(GatewayContext relay, RtspTimeouts timeouts, UdpPorts udp, Random random) {
        return new RtspServices(relay, timeouts, new TcpConnections(relay), udp, new AtomicInteger(), random);
    }
}
