package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.protocol.rtsp.RtspTransport;
import dev.fanlight.protocol.rtsp.RtspTransport.Interleaved;
import dev.fanlight.protocol.rtsp.RtspTransport.Pair;
import dev.fanlight.protocol.rtsp.RtspTransport.Udp;
import dev.fanlight.relay.gateway.tcp.TcpSocket;
import java.util.Optional;

/**
 * Chooses how the packets of a track travel. Event loop only.
 *
 * @param socket the connection of the requests
 * @param ports where packets leave by UDP, where they do
 */
record TransportChoice(TcpSocket socket, UdpPorts ports) {

    /** The first of the offers of a client that there is here. */
    Optional<PacketOutput> choose(RtspMedia media, String header) {
        return RtspTransport.parse(header).stream()
                .flatMap(offer -> output(media, offer).stream())
                .findFirst();
    }

    /** What there is, for a client that has offered something else. */
    String offer() {
        return hasUdp()
                ? "The relay sends RTP by UDP, and on the connection of the requests (TCP)."
                : "The relay sends RTP on the connection of the requests (TCP) only.";
    }

    private Optional<PacketOutput> output(RtspMedia media, RtspTransport offer) {
        if (offer instanceof Udp udp) {
            return hasUdp()
                    ? ports.numbers().map(server -> new UdpOutput(ports, server, socket.address(), udp.ports()))
                    : Optional.empty();
        }
        Pair channels = ((Interleaved) offer).channels().orElseGet(() -> free(media));
        return Optional.of(new InterleavedOutput(socket, channels));
    }

    /** Who connects by TLS does not want to be sent video without. */
    private boolean hasUdp() {
        return !socket.isSecure() && ports.numbers().isPresent();
    }

    /** The channels that a client gets which names none. */
    private static Pair free(RtspMedia media) {
        int set = (int) media.tracks().stream()
                .filter(track -> track.output().isPresent())
                .count();
        return new Pair(2 * set, 2 * set + 1);
    }
}
