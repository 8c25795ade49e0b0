package dev.fanlight.relay.wire;

import io.netty.buffer.ByteBuf;

/** The header in front of an unmasked, final WebSocket frame as a server sends it (RFC 6455 §5.2). Stateless, thread safe. */
final class WebSocketFraming {

    static final int TEXT = 0x1;
    static final int BINARY = 0x2;

    private static final int FINAL = 0x80;
    private static final int LENGTH_IN_16_BITS = 126;
    private static final int LENGTH_IN_64_BITS = 127;

    private WebSocketFraming() {}

    static int headerBytes(int payloadBytes) {
        if (payloadBytes < LENGTH_IN_16_BITS) {
            return 2;
        }
        return payloadBytes <= 0xFFFF ? 4 : 10;
    }

    static void writeHeader(ByteBuf target, int opcode, int payloadBytes) {
        target.writeByte(FINAL | opcode);
        if (payloadBytes < LENGTH_IN_16_BITS) {
            target.writeByte(payloadBytes);
        } else if (payloadBytes <= 0xFFFF) {
            target.writeByte(LENGTH_IN_16_BITS).writeShort(payloadBytes);
        } else {
            target.writeByte(LENGTH_IN_64_BITS).writeLong(payloadBytes);
        }
    }
}
