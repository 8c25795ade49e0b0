package dev.fanlight.relay.socket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.ArrayList;
import java.util.List;

/**
 * Assembles WebSocket frames to messages within the limits of the protocol; a message that would be too large is refused before it is
 * stored. Holds heap memory only. Event loop only.
 */
public final class MessageAssembler {

    /** Most frames in one message: 2 MiB in frames of 1 KiB. */
    static final int MAX_PARTS = 2048;

    private final MessageReceiver receiver;
    private final int maxText;
    private final int maxBinary;
    private final List<ByteBuf> parts = new ArrayList<>();
    private Kind kind = Kind.NONE;
    private int bytes;

    private enum Kind {
        NONE,
        TEXT,
        BINARY
    }

    /**
     * Begins without a message.
     *
     * @param maxText largest text message
     * @param maxBinary largest binary message, 0 when none is allowed
     */
    public MessageAssembler(MessageReceiver receiver, int maxText, int maxBinary) {
        this.receiver = receiver;
        this.maxText = maxText;
        this.maxBinary = maxBinary;
    }

    /**
     * Takes the next frame.
     *
     * @throws ProtocolException when it breaks a limit, or the receiver refuses the message
     */
    public void accept(WebSocketFrame frame) throws ProtocolException {
        if (frame.type() != WebSocketFrameType.TEXT
                && frame.type() != WebSocketFrameType.BINARY
                && frame.type() != WebSocketFrameType.CONTINUATION) {
            return;
        }
        begin(frame);
        append(((BufferInternal) frame.binaryData()).getByteBuf());
        if (frame.isFinal()) {
            finish();
        }
    }

    private void begin(WebSocketFrame frame) throws ProtocolException {
        boolean continues = frame.type() == WebSocketFrameType.CONTINUATION;
        if (continues == (kind == Kind.NONE)) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "frames of two messages are mixed");
        }
        if (continues) {
            return;
        }
        kind = frame.type() == WebSocketFrameType.TEXT ? Kind.TEXT : Kind.BINARY;
        if (kind == Kind.BINARY && maxBinary == 0) {
            throw new ProtocolException(CloseReason.UNSUPPORTED, "binary messages have no place here");
        }
        if (kind == Kind.BINARY) {
            receiver.binaryBegins();
        }
    }

    private void append(ByteBuf part) throws ProtocolException {
        int limit = kind == Kind.TEXT ? maxText : maxBinary;
        if (part.readableBytes() > limit - bytes || parts.size() == MAX_PARTS) {
            throw new ProtocolException(CloseReason.TOO_BIG, "message too big");
        }
        bytes += part.readableBytes();
        parts.add(part);
    }

    private void finish() throws ProtocolException {
        List<ByteBuf> message = List.copyOf(parts);
        Kind finished = kind;
        parts.clear();
        kind = Kind.NONE;
        bytes = 0;
        if (finished == Kind.BINARY) {
            receiver.binary(message);
            return;
        }
        ByteBuf whole = Unpooled.wrappedBuffer(message.toArray(ByteBuf[]::new));
        byte[] text = new byte[whole.readableBytes()];
        whole.readBytes(text);
        receiver.text(text);
    }
}
