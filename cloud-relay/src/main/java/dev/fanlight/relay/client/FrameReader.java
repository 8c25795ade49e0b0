package dev.fanlight.relay.client;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * Splits a server’s bytes into WebSocket frames (RFC 6455 §5.2) without copying: unmasked, without extensions. Allocates nothing. Event loop
 * only.
 */
final class FrameReader {

    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;

    private static final int SHORTEST_HEAD = 2;
    private static final int LONGEST_HEAD = 10;
    private static final int LENGTH_IN_16_BITS = 126;
    private static final int LENGTH_IN_64_BITS = 127;
    private static final int OPCODE = 0x0F;
    private static final int LENGTH = 0x7F;

    private final FrameSink sink;
    private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
    private long missing;
    private boolean inPayload;

    FrameReader(FrameSink sink) {
        this.sink = sink;
    }

    /** Reads everything in the buffer. */
    void read(ByteBuf in) {
        while (in.isReadable() || (inPayload && missing == 0)) {
            if (inPayload) {
                readPayload(in);
            } else {
                readHead(in);
            }
        }
    }

    private void readHead(ByteBuf in) {
        head.put(in.readByte());
        if (head.position() < SHORTEST_HEAD || head.position() < headBytes()) {
            return;
        }
        missing = length();
        int opcode = head.get(0) & OPCODE;
        head.clear();
        inPayload = true;
        sink.begin(opcode, missing);
    }

    private void readPayload(ByteBuf in) {
        int length = (int) Math.min(missing, in.readableBytes());
        sink.part(in, in.readerIndex(), length);
        in.skipBytes(length);
        missing -= length;
        if (missing == 0) {
            inPayload = false;
            sink.end();
        }
    }

    private int headBytes() {
        return switch (head.get(1) & LENGTH) {
            case LENGTH_IN_16_BITS -> SHORTEST_HEAD + Short.BYTES;
            case LENGTH_IN_64_BITS -> SHORTEST_HEAD + Long.BYTES;
            default -> SHORTEST_HEAD;
        };
    }

    private long length() {
        int length = head.get(1) & LENGTH;
        return switch (length) {
            case LENGTH_IN_16_BITS -> Short.toUnsignedInt(head.getShort(2));
            case LENGTH_IN_64_BITS -> head.getLong(2);
            default -> length;
        };
    }
}
