package dev.fanlight.protocol.stun;

import static dev.fanlight.protocol.stun.StunAttribute.ATTRIBUTE_HEADER_BYTES;
import static dev.fanlight.protocol.stun.StunAttribute.COOKIE;
import static dev.fanlight.protocol.stun.StunAttribute.HEADER_BYTES;
import static dev.fanlight.protocol.stun.StunAttribute.INTEGRITY_BYTES;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes binding requests and their answers, with integrity and fingerprint. Stateless. */
public final class StunWriter {

    /** Of a peer reflexive candidate (RFC 8445 §5.1.2.1), which is what a check may find. */
    private static final int PRIORITY = (110 << 24) | (0xFFFF << 8) | 0xFF;

    private static final int ROLE_CONFLICT_CLASS = 4;
    private static final int ROLE_CONFLICT_NUMBER = 87;
    private static final String ROLE_CONFLICT = "Role Conflict";
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;

    private StunWriter() {}

    /**
     * A check by the side that controls.
     *
     * @param transaction 12 random bytes
     * @param username fragment of the one who is asked, a colon, and one’s own
     * @param nominates whether this way is chosen
     * @param password of the one who is asked
     */
    public static byte[] request(
            byte[] transaction, String username, long tieBreaker, boolean nominates, IcePassword password) {
        ByteBuffer message = request(transaction, username, StunAttribute.ICE_CONTROLLING, tieBreaker);
        if (nominates) {
            header(message, StunAttribute.USE_CANDIDATE, 0);
        }
        return sealed(message, password);
    }

    /**
     * A check by the side that does not control.
     *
     * @param transaction 12 random bytes
     * @param username fragment of the one who is asked, a colon, and one’s own
     * @param password of the one who is asked
     */
    public static byte[] controlledRequest(byte[] transaction, String username, long tieBreaker, IcePassword password) {
        return sealed(request(transaction, username, StunAttribute.ICE_CONTROLLED, tieBreaker), password);
    }

    /**
     * The answer to a check.
     *
     * @param from where the check came from
     * @param password of the one who answers
     */
    public static byte[] success(StunMessage request, InetSocketAddress from, IcePassword password) {
        ByteBuffer message = begin(StunAttribute.BINDING_SUCCESS, request.transaction());
        byte[] address = from.getAddress().getAddress();
        header(message, StunAttribute.XOR_MAPPED_ADDRESS, 4 + address.length)
                .put((byte) 0)
                .put((byte) (address.length == 4 ? IPV4 : IPV6))
                .putShort((short) (from.getPort() ^ (COOKIE >>> 16)));
        for (int i = 0; i < address.length; i++) {
            // The mask is the cookie and the transaction id, as they stand in the header.
            message.put((byte) (address[i] ^ message.get(4 + i)));
        }
        return sealed(message, password);
    }

    /** Both sides believe that they do not control. */
    public static byte[] roleConflict(StunMessage request, IcePassword password) {
        ByteBuffer message = begin(StunAttribute.BINDING_ERROR, request.transaction());
        byte[] reason = ROLE_CONFLICT.getBytes(StandardCharsets.US_ASCII);
        header(message, StunAttribute.ERROR_CODE, 4 + reason.length)
                .putShort((short) 0)
                .put((byte) ROLE_CONFLICT_CLASS)
                .put((byte) ROLE_CONFLICT_NUMBER)
                .put(reason);
        pad(message);
        return sealed(message, password);
    }

    private static ByteBuffer request(byte[] transaction, String username, int role, long tieBreaker) {
        ByteBuffer message = begin(StunAttribute.BINDING_REQUEST, transaction);
        text(message, StunAttribute.USERNAME, username);
        header(message, StunAttribute.PRIORITY, 4).putInt(PRIORITY);
        header(message, role, 8).putLong(tieBreaker);
        return message;
    }

    private static ByteBuffer begin(int type, byte[] transaction) {
        return ByteBuffer.allocate(StunMessage.MAX_BYTES)
                .putShort((short) type)
                .putShort((short) 0)
                .putInt(COOKIE)
                .put(transaction);
    }

    private static void text(ByteBuffer message, int type, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        header(message, type, bytes.length).put(bytes);
        pad(message);
    }

    private static ByteBuffer header(ByteBuffer message, int type, int length) {
        return message.putShort((short) type).putShort((short) length);
    }

    private static void pad(ByteBuffer message) {
        while (message.position() % 4 != 0) {
            message.put((byte) 0);
        }
    }

    private static byte[] sealed(ByteBuffer message, IcePassword password) {
        int at = message.position();
        int fingerprintAt = at + ATTRIBUTE_HEADER_BYTES + INTEGRITY_BYTES;
        byte[] bytes = new byte[fingerprintAt + ATTRIBUTE_HEADER_BYTES + Integer.BYTES];
        message.get(0, bytes, 0, at);
        ByteBuffer sealed = ByteBuffer.wrap(bytes).position(at);
        byte[] integrity = password.integrity(bytes, at);
        header(sealed, StunAttribute.MESSAGE_INTEGRITY, INTEGRITY_BYTES).put(integrity);
        sealed.putShort(2, (short) (bytes.length - HEADER_BYTES));
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, fingerprintAt);
        header(sealed, StunAttribute.FINGERPRINT, Integer.BYTES)
                .putInt((int) crc.getValue() ^ StunAttribute.FINGERPRINT_XOR);
        return bytes;
    }
}
