package dev.fanlight.protocol.stun;

import static dev.fanlight.protocol.stun.StunAttribute.ATTRIBUTE_HEADER_BYTES;
import static dev.fanlight.protocol.stun.StunAttribute.COOKIE;
import static dev.fanlight.protocol.stun.StunAttribute.HEADER_BYTES;
import static dev.fanlight.protocol.stun.StunAttribute.INTEGRITY_BYTES;
import static dev.fanlight.protocol.stun.StunAttribute.TRANSACTION_BYTES;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A binding request or its answer, as it was received. What it says counts only once {@link #isAuthentic} is true. Immutable.
 *
 * <pre>
 *  0                   1                   2                   3
 * |0 0|       type              |            length             |
 * |                     cookie 0x2112A442                       |
 * |                 transaction id, 96 bits                     |
 * |  attribute type             |  length   | value, padded to 4 …
 * </pre>
 */
public final class StunMessage {

    /** Largest message that is read, bytes; those of ICE have some 100. */
    public static final int MAX_BYTES = 548;

    private static final int MAX_USERNAME_BYTES = 513;

    private final byte[] bytes;
    private final Type type;
    private final Attributes attributes;

    private StunMessage(byte[] bytes, Type type, Attributes attributes) {
        this.bytes = bytes;
        this.type = type;
        this.attributes = attributes;
    }

    /** What a message is. */
    public enum Type {
        /** A check of the way. */
        REQUEST,
        /** The way is there. */
        SUCCESS,
        /** The check was refused. */
        ERROR
    }

    /** What is in front of the integrity, without which nothing counts. */
    private record Attributes(
            Optional<String> username, int integrityAt, boolean nominates, boolean isControlled, OptionalInt errorCode) {}

    /** Reads one; empty when it is not a binding message of RFC 8489 with an integrity. The datagram is not consumed. */
    public static Optional<StunMessage> parse(ByteBuffer datagram) {
        int size = datagram.remaining();
        if (size < HEADER_BYTES || size > MAX_BYTES || size % 4 != 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[size];
        datagram.duplicate().get(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.getShort(2) != size - HEADER_BYTES || buffer.getInt(4) != COOKIE) {
            return Optional.empty();
        }
        return type(buffer.getShort(0)).flatMap(type -> attributes(buffer)
                .map(attributes -> new StunMessage(bytes, type, attributes)));
    }

    public Type type() {
        return type;
    }

    /** The part of the user name in front of the colon: who is asked; empty when there is none. */
    public String askedFragment() {
        String name = attributes.username().orElse("");
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** Whether the sender, which controls, has chosen this way. */
    public boolean nominates() {
        return attributes.nominates();
    }

    /** Whether the sender believes that it does not control. */
    public boolean isFromControlled() {
        return attributes.isControlled();
    }

    /** Why a check was refused: 487 for example. */
    public OptionalInt errorCode() {
        return attributes.errorCode();
    }

    /** Whether it answers a request with this id. */
    public boolean answers(byte[] transaction) {
        return MessageDigest.isEqual(transaction(), transaction);
    }

    /** Its id, 12 bytes. */
    public byte[] transaction() {
        byte[] id = new byte[TRANSACTION_BYTES];
        System.arraycopy(bytes, HEADER_BYTES - TRANSACTION_BYTES, id, 0, TRANSACTION_BYTES);
        return id;
    }

    /** Whether it was sealed with this password; in constant time. */
    public boolean isAuthentic(IcePassword password) {
        int at = attributes.integrityAt();
        byte[] expected = password.integrity(bytes, at);
        ByteBuffer claimed = ByteBuffer.wrap(bytes, at + ATTRIBUTE_HEADER_BYTES, INTEGRITY_BYTES);
        byte[] shown = new byte[INTEGRITY_BYTES];
        claimed.get(shown);
        return MessageDigest.isEqual(expected, shown);
    }

    private static Optional<Type> type(short number) {
        return switch (number) {
            case StunAttribute.BINDING_REQUEST -> Optional.of(Type.REQUEST);
            case StunAttribute.BINDING_SUCCESS -> Optional.of(Type.SUCCESS);
            case StunAttribute.BINDING_ERROR -> Optional.of(Type.ERROR);
            default -> Optional.empty();
        };
    }

    private static Optional<Attributes> attributes(ByteBuffer message) {
        Optional<String> username = Optional.empty();
        boolean nominates = false;
        boolean controlled = false;
        OptionalInt error = OptionalInt.empty();
        int at = HEADER_BYTES;
        while (at + ATTRIBUTE_HEADER_BYTES <= message.limit()) {
            int length = Short.toUnsignedInt(message.getShort(at + 2));
            int value = at + ATTRIBUTE_HEADER_BYTES;
            if (length > message.limit() - value) {
                return Optional.empty();
            }
            switch (Short.toUnsignedInt(message.getShort(at))) {
                case StunAttribute.USERNAME -> username = text(message, value, length);
                case StunAttribute.USE_CANDIDATE -> nominates = true;
                case StunAttribute.ICE_CONTROLLED -> controlled = true;
                case StunAttribute.ERROR_CODE -> error = errorCode(message, value, length);
                case StunAttribute.MESSAGE_INTEGRITY -> {
                    // What is behind it is not sealed, and is not read.
                    return length == INTEGRITY_BYTES
                            ? Optional.of(new Attributes(username, at, nominates, controlled, error))
                            : Optional.empty();
                }
                default -> {}
            }
            at = value + (length + 3) / 4 * 4;
        }
        return Optional.empty();
    }

    private static Optional<String> text(ByteBuffer message, int at, int length) {
        if (length > MAX_USERNAME_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        message.get(at, bytes);
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static OptionalInt errorCode(ByteBuffer message, int at, int length) {
        return length < 4
                ? OptionalInt.empty()
                : OptionalInt.of((message.get(at + 2) & 7) * 100 + Byte.toUnsignedInt(message.get(at + 3)));
    }
}
