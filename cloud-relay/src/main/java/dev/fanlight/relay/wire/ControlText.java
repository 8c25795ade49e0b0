package dev.fanlight.relay.wire;

import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.codec.MessageEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** A control message framed once for all its recipients, on the heap: small, and need not be released. Thread safe. */
public final class ControlText extends SharedByteBuf {

    private ControlText(ByteBuf buffer) {
        super(buffer);
    }

    /** Frames a message; the caller owns the one reference. */
    public static ControlText of(Message message) {
        return of(MessageEncoder.encode(message));
    }

    /** Frames JSON; the caller owns the one reference. */
    public static ControlText of(String json) {
        return new ControlText(frame(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static ByteBuf frame(byte[] payload) {
        ByteBuf buffer = Unpooled.buffer(WebSocketFraming.headerBytes(payload.length) + payload.length);
        WebSocketFraming.writeHeader(buffer, WebSocketFraming.TEXT, payload.length);
        return buffer.writeBytes(payload);
    }
}
