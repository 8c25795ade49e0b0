package dev.fanlight.media.bitstream;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of something that arrives in pieces. Its memory grows with what has arrived, never with what is announced. Not thread safe. */
public final class PartialBytes {

    private static final int LEAST_BYTES = 1024;
    private static final int KEPT_BYTES = 64 * 1024;

    private byte[] bytes = new byte[LEAST_BYTES];
    private int size;

    /** Takes from {@code piece} until there are {@code wanted} bytes; returns whether there are. */
    public boolean fill(ByteBuffer piece, int wanted) {
        int taken = Math.min(wanted - size, piece.remaining());
        if (taken > 0) {
            makeRoom(size + taken, wanted);
            piece.get(bytes, size, taken);
            size += taken;
        }
        return size >= wanted;
    }

    /** What has arrived; big-endian, valid until the next call of another method. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    /** A part of it, as a copy. */
    public ByteBuffer copy(int from, int length) {
        return ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, from + length));
    }

    /** Begins with the next one; the room of a large one is given back. */
    public void clear() {
        size = 0;
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[LEAST_BYTES];
        }
    }

    private void makeRoom(int needed, int wanted) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.min(wanted, bytes.length * 2)));
        }
    }
}
