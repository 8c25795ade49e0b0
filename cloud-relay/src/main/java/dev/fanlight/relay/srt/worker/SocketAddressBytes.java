package dev.fanlight.relay.srt.worker;

import com.sun.jna.Pointer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Addresses as Linux has them in memory ({@code struct sockaddr_in} and {@code sockaddr_in6}). Stateless. */
final class SocketAddressBytes {

    private static final short V4 = 2;
    private static final short V6 = 10;
    private static final int V4_BYTES = 16;
    private static final int V6_BYTES = 28;
    private static final int V4_OFFSET = 4;
    private static final int V6_OFFSET = 8;

    private SocketAddressBytes() {}

    static byte[] of(InetAddress address, int port) {
        boolean isV6 = address instanceof Inet6Address;
        ByteBuffer bytes = ByteBuffer.allocate(isV6 ? V6_BYTES : V4_BYTES);
        bytes.order(ByteOrder.nativeOrder()).putShort(isV6 ? V6 : V4);
        bytes.order(ByteOrder.BIG_ENDIAN).putShort((short) port);
        bytes.position(isV6 ? V6_OFFSET : V4_OFFSET);
        bytes.put(address.getAddress());
        return bytes.array();
    }

    /** Without the port. */
    static InetAddress read(Pointer address) {
        boolean isV6 = address.getShort(0) == V6;
        try {
            return InetAddress.getByAddress(
                    address.getByteArray(isV6 ? V6_OFFSET : V4_OFFSET, isV6 ? 4 * Integer.BYTES : Integer.BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("its length is right", e);
        }
    }
}
