package dev.fanlight.relay.srt.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the parts of one message. Not thread safe. */
final class MessageWriter {

    /** A type and the number of bytes behind it. */
    static final int HEAD_BYTES = Byte.BYTES + Integer.BYTES;

    private final ByteBuffer buffer;

    /** A message of this type whose parts have at most {@code room} bytes. */
    MessageWriter(int type, int room) {
        buffer = ByteBuffer.allocate(HEAD_BYTES + room);
        buffer.put((byte) type).putInt(0);
    }

    MessageWriter number(int value) {
        buffer.putInt(value);
        return this;
    }

    MessageWriter flag(boolean value) {
        buffer.put((byte) (value ? 1 : 0));
        return this;
    }

    /** What is longer than {@link PipeLimits#MAX_TEXT_BYTES} is cut off. */
    MessageWriter text(String value) {
        byte[] all = value.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(all, Math.min(all.length, PipeLimits.MAX_TEXT_BYTES));
        buffer.putShort((short) bytes.length).put(bytes);
        return this;
    }

    MessageWriter address(InetAddress value) {
        byte[] bytes = value.getAddress();
        buffer.put((byte) bytes.length).put(bytes);
        return this;
    }

    MessageWriter media(ByteBuffer bytes) {
        buffer.put(bytes.duplicate());
        return this;
    }

    byte[] message() {
        buffer.putInt(1, buffer.position() - HEAD_BYTES);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
