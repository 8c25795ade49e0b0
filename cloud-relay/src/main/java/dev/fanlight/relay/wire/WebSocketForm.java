package dev.fanlight.relay.wire;

import io.netty.buffer.ByteBuf;

/** A framed message: the header of its WebSocket frame, or of its chunk of an HTTP response, and its payload in one buffer. */
public interface WebSocketForm {

    /** The bytes; to be written as {@code retainedDuplicate()}, never changed. */
    ByteBuf buffer();
}
