package dev.fanlight.protocol.rtmp;

import java.nio.ByteBuffer;

/**
 * The header of a chunk (§5.3.1), collected byte by byte, without an extended timestamp.
 *
 * <pre>
 *  fmt:2 id:6 [id 8 | id 16 LE]   basic header
 *  time 24, length 24, type 8, stream id 32 LE   as much of it as fmt says
 * </pre>
 *
 * Not thread safe.
 */
final class ChunkHeader {

    /** The time that says that an extended timestamp follows. */
    static final int EXTENDED = 0xFFFFFF;

    static final int FULL = 0;
    static final int SAME_STREAM = 1;
    static final int CONTINUED = 3;

    private static final int[] MESSAGE_BYTES = {11, 7, 3, 0};
    private static final int MAX_BASIC_BYTES = 3;
    private static final int FIRST_LONG_ID = 64;

    private final ByteBuffer bytes = ByteBuffer.allocate(MAX_BASIC_BYTES + MESSAGE_BYTES[FULL]);

    /** Takes bytes; whether the header is complete. */
    boolean take(ByteBuffer in) {
        while (in.hasRemaining() && !isComplete()) {
            bytes.put(in.get());
        }
        return isComplete();
    }

    /** Begins with the next header. */
    void clear() {
        bytes.clear();
    }

    /** How much of the header is there: {@link #FULL} to {@link #CONTINUED}. */
    int format() {
        return u8(0) >> 6;
    }

    /** Which chunk stream it belongs to, 2–65599. */
    int chunkStream() {
        return switch (basicBytes()) {
            case 1 -> u8(0) & 0x3F;
            case 2 -> FIRST_LONG_ID + u8(1);
            default -> FIRST_LONG_ID + u8(1) + (u8(2) << Byte.SIZE);
        };
    }

    /** Time or distance of times, ms, or {@link #EXTENDED}; not in {@link #CONTINUED}. */
    int time() {
        return u24(basicBytes());
    }

    /** Bytes of the message; in {@link #FULL} and {@link #SAME_STREAM} only. */
    int length() {
        return u24(basicBytes() + 3);
    }

    /** Type of the message; in {@link #FULL} and {@link #SAME_STREAM} only. */
    int type() {
        return u8(basicBytes() + 6);
    }

    /** In {@link #FULL} only. */
    int streamId() {
        return Integer.reverseBytes(bytes.getInt(basicBytes() + 7));
    }

    private boolean isComplete() {
        return bytes.position() > 0 && bytes.position() >= basicBytes() + MESSAGE_BYTES[format()];
    }

    private int basicBytes() {
        int id = u8(0) & 0x3F;
        return id == 0 ? 2 : id == 1 ? MAX_BASIC_BYTES : 1;
    }

    private int u8(int at) {
        return bytes.get(at) & 0xFF;
    }

    private int u24(int at) {
        return u8(at) << 16 | u8(at + 1) << Byte.SIZE | u8(at + 2);
    }
}
