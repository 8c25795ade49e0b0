package dev.fanlight.relay.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Any message in the framing of the relay’s own.
 *
 * @param buffer frame header and payload
 */
public record EchoForm(ByteBuf buffer) implements WebSocketForm {

    /** Frames a text, of which it is known that it is UTF-8. */
    public static EchoForm text(byte[] payload) {
        return frame(WebSocketFraming.TEXT, Unpooled.wrappedBuffer(payload));
    }

    /** Frames bytes. */
    public static EchoForm binary(ByteBuf payload) {
        return frame(WebSocketFraming.BINARY, payload);
    }

    private static EchoForm frame(int opcode, ByteBuf payload) {
        int size = payload.readableBytes();
        ByteBuf buffer = Unpooled.buffer(WebSocketFraming.headerBytes(size) + size);
        WebSocketFraming.writeHeader(buffer, opcode, size);
        return new EchoForm(buffer.writeBytes(payload));
    }
}
