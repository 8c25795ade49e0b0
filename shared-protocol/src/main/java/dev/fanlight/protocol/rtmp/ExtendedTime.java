package dev.fanlight.protocol.rtmp;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The extended timestamp behind a chunk's header, collected byte by byte. In chunks that continue a message some peers repeat it, as the
 * specification says, some leave it out, and some send the whole time where the header had a distance: it is there when it is one of those.
 * Not thread safe.
 */
final class ExtendedTime {

    private final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES);
    private List<Long> expected = List.of();

    /** Collects one that is there only if it is among {@code values}, or must be there if these are none. */
    void begin(List<Long> values) {
        bytes.clear();
        expected = values;
    }

    /** Takes bytes; whether it is decided whether it is there. A byte that does not belong to it is not taken. */
    boolean take(ByteBuffer in) {
        while (in.hasRemaining() && bytes.hasRemaining()) {
            in.mark();
            bytes.put(in.get());
            if (!expected.isEmpty() && expected.stream().noneMatch(this::isPrefixOf)) {
                in.reset();
                bytes.position(bytes.position() - 1);
                bytes.limit(bytes.position());
            }
        }
        return !bytes.hasRemaining();
    }

    /** Whether it is there, once that is decided. */
    boolean isThere() {
        return bytes.limit() == Integer.BYTES;
    }

    /** Its value, unsigned 32 bits. */
    long value() {
        return Integer.toUnsignedLong(bytes.getInt(0));
    }

    /** The bytes that were taken for it. */
    ByteBuffer taken() {
        ByteBuffer taken = ByteBuffer.allocate(bytes.position());
        return taken.put(bytes.duplicate().flip()).flip();
    }

    private boolean isPrefixOf(long value) {
        for (int i = 0; i < bytes.position(); i++) {
            if (bytes.get(i) != (byte) (value >> (Byte.SIZE * (Integer.BYTES - 1 - i)))) {
                return false;
            }
        }
        return true;
    }
}
