package dev.fanlight.relay.tls.dtls;

/** The message that a client begins a handshake with, as far as it is told before one is begun (RFC 6347 §4.1, §4.2.2). Stateless. */
public final class ClientHello {

    private static final int RECORD_HEADER_BYTES = 13;
    private static final int MESSAGE_HEADER_BYTES = 12;
    private static final int HANDSHAKE = 22;
    private static final int MAJOR_VERSION = 0xFE;
    private static final int TYPE = 1;

    private ClientHello() {}

    /** Whether a datagram begins with one, or with a part of one. */
    public static boolean isIn(byte[] datagram) {
        return datagram.length >= RECORD_HEADER_BYTES + MESSAGE_HEADER_BYTES
                && datagram[0] == HANDSHAKE
                && Byte.toUnsignedInt(datagram[1]) == MAJOR_VERSION
                && datagram[RECORD_HEADER_BYTES] == TYPE;
    }
}
