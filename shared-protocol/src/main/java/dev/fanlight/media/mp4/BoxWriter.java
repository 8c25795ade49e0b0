package dev.fanlight.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes big-endian numbers and boxes into memory that grows. A box gets its size when its content has been written. Not thread safe. */
final class BoxWriter {

    private static final int VERSION_SHIFT = 24;

    private byte[] bytes;
    private int size;

    /** An empty one; {@code expected} is how many bytes it has room for before it grows. */
    BoxWriter(int expected) {
        this.bytes = new byte[expected];
    }

    int size() {
        return size;
    }

    BoxWriter u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    BoxWriter u16(int value) {
        return u8(value >> 8).u8(value);
    }

    BoxWriter u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    BoxWriter u64(long value) {
        return u32(value >> 32).u32(value);
    }

    BoxWriter zeros(int count) {
        room(count);
        size += count;
        return this;
    }

    BoxWriter ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    BoxWriter raw(byte[] more) {
        return raw(ByteBuffer.wrap(more));
    }

    /** Copies bytes, which are not consumed. */
    BoxWriter raw(ByteBuffer more) {
        int count = more.remaining();
        room(count);
        more.duplicate().get(bytes, size, count);
        size += count;
        return this;
    }

    /** A box of four letters with what {@code content} writes. */
    BoxWriter box(String type, Consumer<BoxWriter> content) {
        int start = size;
        u32(0).ascii(type);
        content.accept(this);
        patch(start, size - start);
        return this;
    }

    /** A box with version and flags. */
    BoxWriter fullBox(String type, int version, int flags, Consumer<BoxWriter> content) {
        return box(type, box -> content.accept(box.u32(((long) version << VERSION_SHIFT) | flags)));
    }

    /** Writes a number of 32 bits over what stands at {@code position}. */
    void patch(int position, int value) {
        ByteBuffer.wrap(bytes).putInt(position, value);
    }

    /** What was written. */
    byte[] toArray() {
        return bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
    }

    private void room(int count) {
        int needed = Math.addExact(size, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }
}
