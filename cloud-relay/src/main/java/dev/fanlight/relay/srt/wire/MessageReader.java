package dev.fanlight.relay.srt.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the parts of one message, and trusts none of its lengths. Not thread safe. */
final class MessageReader {

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    private final ByteBuffer buffer;

    MessageReader(byte[] parts) {
        buffer = ByteBuffer.wrap(parts);
    }

    int number() throws WireException {
        require(Integer.BYTES);
        return buffer.getInt();
    }

    boolean flag() throws WireException {
        require(Byte.BYTES);
        return buffer.get() != 0;
    }

    String text() throws WireException {
        require(Short.BYTES);
        int length = Short.toUnsignedInt(buffer.getShort());
        if (length > PipeLimits.MAX_TEXT_BYTES) {
            throw new WireException("a text of " + length + " bytes");
        }
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    InetAddress address() throws WireException {
        require(Byte.BYTES);
        int length = buffer.get();
        if (length != V4_BYTES && length != V6_BYTES) {
            throw new WireException("an address of " + length + " bytes");
        }
        try {
            return InetAddress.getByAddress(bytes(length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("its length is right", e);
        }
    }

    /** Everything that is left. */
    ByteBuffer media() throws WireException {
        if (buffer.remaining() > PipeLimits.MAX_MEDIA_BYTES) {
            throw new WireException("media of " + buffer.remaining() + " bytes");
        }
        ByteBuffer rest = buffer.slice();
        buffer.position(buffer.limit());
        return rest;
    }

    /** Nothing may be left. */
    void end() throws WireException {
        if (buffer.hasRemaining()) {
            throw new WireException(buffer.remaining() + " bytes too many");
        }
    }

    private byte[] bytes(int length) throws WireException {
        require(length);
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private void require(int count) throws WireException {
        if (buffer.remaining() < count) {
            throw new WireException("a message that ends too early");
        }
    }
}
