package dev.fanlight.relay.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Frames of a WebSocket client (RFC 6455 §5.2). Masked as required, but with a zero key: masking protects intermediaries that cache, of
 * which there are none here, and a zero key costs nothing. Stateless.
 */
final class ClientFrames {

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int NO_MASK = 0;
    private static final int LENGTH_IN_16_BITS = 126;
    private static final int PONG = 0xA;

    private ClientFrames() {}

    /** Appends a text message of at most 64 KiB. */
    static void text(ByteBuf target, String text) {
        int length = ByteBufUtil.utf8Bytes(text);
        head(target, FrameReader.TEXT, length);
        target.writeCharSequence(text, StandardCharsets.UTF_8);
    }

    /** A pong with the payload of the ping it answers. */
    static ByteBuf pong(ByteBuffer payload) {
        ByteBuf frame = Unpooled.buffer();
        head(frame, PONG, payload.remaining());
        return frame.writeBytes(payload);
    }

    private static void head(ByteBuf target, int opcode, int length) {
        target.writeByte(FINAL | opcode);
        if (length < LENGTH_IN_16_BITS) {
            target.writeByte(MASKED | length);
        } else {
            target.writeByte(MASKED | LENGTH_IN_16_BITS).writeShort(length);
        }
        target.writeInt(NO_MASK);
    }
}
