package dev.fanlight.agent.uplink.socket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;

/** Puts text messages together out of frames, 8 KiB at most; nothing else may come from a relay. Event loop only. */
final class TextAssembler {

    private Buffer parts = Buffer.buffer();

    /** The bytes of a message that is complete with this frame. */
    Optional<byte[]> add(WebSocketFrame frame) throws ProtocolException {
        if (frame.isPing() || frame.isClose() || !isData(frame)) {
            return Optional.empty();
        }
        if (frame.isBinary()) {
            throw new ProtocolException(CloseReason.UNSUPPORTED, "a relay sends an agent no media");
        }
        Buffer data = frame.binaryData();
        if (parts.length() + data.length() > WireLimits.MAX_CONTROL_BYTES) {
            throw new ProtocolException(CloseReason.TOO_BIG, "a control message is at most 8 KiB");
        }
        parts.appendBuffer(data);
        if (!frame.isFinal()) {
            return Optional.empty();
        }
        byte[] message = parts.getBytes();
        parts = Buffer.buffer();
        return Optional.of(message);
    }

    private static boolean isData(WebSocketFrame frame) {
        return frame.isText() || frame.isBinary() || frame.isContinuation();
    }
}
