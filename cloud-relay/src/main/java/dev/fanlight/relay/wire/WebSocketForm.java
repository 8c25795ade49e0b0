package dev.fanlight.relay.wire;

import io.netty.buffer.ByteBuf;

/** A framed message: WebSocket frame header and payload in one buffer. */
public interface WebSocketForm {

    /** The bytes; to be written as {@code retainedDuplicate()}, never changed. */
    ByteBuf buffer();
}
