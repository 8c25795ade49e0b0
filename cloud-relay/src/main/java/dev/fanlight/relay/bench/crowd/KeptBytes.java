package dev.fanlight.relay.bench.crowd;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/** The first bytes of a message; the others are skipped. Grows to the most that was ever wanted. Event loop only. */
final class KeptBytes {

    private static final int FIRST_CAPACITY = 64;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY);
    private int wanted;

    /** A message begins, of which so much is wanted. */
    void begin(int count) {
        wanted = count;
        if (bytes.capacity() < count) {
            bytes = ByteBuffer.allocate(count);
        }
        bytes.clear();
    }

    void add(ByteBuf in, int index, int length) {
        int taken = Math.min(length, wanted - bytes.position());
        if (taken > 0) {
            bytes.limit(bytes.position() + taken);
            in.getBytes(index, bytes);
        }
    }

    /** What was kept; good until the next message. */
    ByteBuffer whole() {
        return bytes.flip();
    }
}
