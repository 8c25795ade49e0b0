package dev.fanlight.media.webm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes elements one after the other, their sizes always in 8 bytes (RFC 8794). Not thread safe. */
final class ElementWriter {

    private static final long SIZE_MARKER = 1L << 56;
    private static final long UNKNOWN_SIZE = SIZE_MARKER | SIZE_MARKER - 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** An element that contains those of another writer. */
    ElementWriter element(long id, ElementWriter content) {
        return binary(id, content.bytes());
    }

    /** An element of unknown size: whatever follows is in it. */
    ElementWriter open(long id) {
        id(id);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(UNKNOWN_SIZE).array());
        return this;
    }

    /** An unsigned number. */
    ElementWriter number(long id, long value) {
        return binary(id, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    ElementWriter text(long id, String text) {
        return binary(id, text.getBytes(StandardCharsets.UTF_8));
    }

    ElementWriter binary(long id, byte[] body) {
        id(id);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .putLong(SIZE_MARKER | body.length)
                .array());
        out.writeBytes(body);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** Its marker bit says how long it is. */
    private void id(long id) {
        int bytes = (Long.SIZE - Long.numberOfLeadingZeros(id) + Byte.SIZE - 1) / Byte.SIZE;
        for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (id >>> shift));
        }
    }
}
