package dev.fanlight.relay.doctor;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Asks whether SRT is spoken at a port: UDP has no connection that would tell. Stateless. Blocking. */
final class SrtProbe {

    private static final int PACKET_BYTES = 64;
    private static final int CONTROL_HANDSHAKE = 0x8000_0000;
    private static final int VERSION = 4;
    private static final int EXTENSION = 2;
    private static final int MTU = 1500;
    private static final int FLOW_WINDOW = 8192;
    private static final int INDUCTION = 1;
    private static final int ADDRESS_BYTES = 16;

    private SrtProbe() {}

    /** Whether a listener answers the first packet of a handshake (draft-sharabayko-srt-01, 4.3.1.1), which binds it to nothing. */
    static boolean answers(InetAddress host, int port, Duration limit) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(host, port));
            socket.setSoTimeout(Math.max(1, (int) limit.toMillis()));
            byte[] question = induction(socket.getLocalPort());
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer = new DatagramPacket(new byte[MTU], MTU);
            socket.receive(answer);
            return answer.getLength() >= PACKET_BYTES
                    && ByteBuffer.wrap(answer.getData()).getInt() == CONTROL_HANDSHAKE;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] induction(int socketId) {
        return ByteBuffer.allocate(PACKET_BYTES)
                .putInt(CONTROL_HANDSHAKE)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(VERSION)
                .putInt(EXTENSION)
                .putInt(0)
                .putInt(MTU)
                .putInt(FLOW_WINDOW)
                .putInt(INDUCTION)
                .putInt(socketId)
                .putInt(0)
                .put(new byte[ADDRESS_BYTES])
                .array();
    }
}
