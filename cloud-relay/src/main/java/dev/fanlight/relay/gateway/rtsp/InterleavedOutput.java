package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import dev.fanlight.protocol.rtsp.RtspTransport.Pair;
import dev.fanlight.relay.gateway.tcp.TcpSocket;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Packets on the connection of the requests (RFC 2326 §10.12), those of an access unit in one write. Event loop only.
 *
 * @param socket the connection
 * @param channels of RTP and RTCP, 0–255
 */
record InterleavedOutput(TcpSocket socket, Pair channels) implements PacketOutput {

    private static final int HEAD_BYTES = 4;

    @Override
    public void send(RtpStream stream, long micros, List<RtpPayload> payloads) {
        int size = payloads.stream()
                .mapToInt(payload -> HEAD_BYTES + RtpStream.size(payload))
                .sum();
        ByteBuffer packets = ByteBuffer.allocate(size);
        for (RtpPayload payload : payloads) {
            head(packets, channels.rtp(), RtpStream.size(payload));
            stream.write(payload, micros, packets);
        }
        socket.write(packets.array());
    }

    @Override
    public void sendControl(byte[] packet) {
        ByteBuffer framed = ByteBuffer.allocate(HEAD_BYTES + packet.length);
        head(framed, channels.rtcp(), packet.length);
        socket.write(framed.put(packet).array());
    }

    @Override
    public boolean showsThePeer() {
        return true;
    }

    @Override
    public String transport() {
        return "RTP/AVP/TCP;unicast;interleaved=" + channels;
    }

    private static void head(ByteBuffer target, int channel, int size) {
        target.put((byte) '$').put((byte) channel).putShort((short) size);
    }
}
