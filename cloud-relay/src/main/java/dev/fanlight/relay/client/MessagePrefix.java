package dev.fanlight.relay.client;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/** The first bytes of a message; the rest is skipped. Grows to the largest prefix requested so far. Event loop only. */
final class MessagePrefix {

    private static final int FIRST_CAPACITY = 64;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY);
    private int wanted;

    /** A message begins, of which {@code count} bytes are kept. */
    void begin(int count) {
        wanted = count;
        if (buffer.capacity() < count) {
            buffer = ByteBuffer.allocate(count);
        }
        buffer.clear();
    }

    void add(ByteBuf in, int index, int length) {
        int taken = Math.min(length, wanted - buffer.position());
        if (taken > 0) {
            buffer.limit(buffer.position() + taken);
            in.getBytes(index, buffer);
        }
    }

    /** The bytes kept; valid until the next message begins. */
    ByteBuffer bytes() {
        return buffer.flip();
    }
}
