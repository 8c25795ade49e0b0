package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import dev.fanlight.protocol.rtsp.RtspTransport.Pair;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Packets by UDP, to the address that the requests come from and no other. Event loop only.
 *
 * @param ports where they leave
 * @param server the numbers of these
 * @param address of the player
 * @param client ports of the player
 */
record UdpOutput(UdpPorts ports, Pair server, InetAddress address, Pair client) implements PacketOutput {

    @Override
    public void send(RtpStream stream, long micros, List<RtpPayload> payloads) {
        InetSocketAddress to = new InetSocketAddress(address, client.rtp());
        for (RtpPayload payload : payloads) {
            ByteBuffer packet = ByteBuffer.allocate(RtpStream.size(payload));
            stream.write(payload, micros, packet);
            ports.send(packet.flip(), to);
        }
    }

    @Override
    public void sendControl(byte[] packet) {
        ports.sendControl(ByteBuffer.wrap(packet), new InetSocketAddress(address, client.rtcp()));
    }

    @Override
    public boolean showsThePeer() {
        return false;
    }

    @Override
    public String transport() {
        return "RTP/AVP;unicast;client_port=" + client + ";server_port=" + server;
    }
}
