package dev.fanlight.relay.wire;

import dev.fanlight.relay.buffer.SharedBuffer;
import io.netty.buffer.ByteBuf;

/** Bytes in wire form whose references are counted by their Netty buffer. Thread safe. */
abstract sealed class SharedByteBuf implements SharedBuffer, WebSocketForm
        permits CoalescedFrames, WireFrame, ControlText, StreamBuffer {

    private final ByteBuf buffer;

    /** Takes over the one reference. */
    SharedByteBuf(ByteBuf buffer) {
        this.buffer = buffer;
    }

    @Override
    public final ByteBuf buffer() {
        return buffer;
    }

    @Override
    public final int size() {
        return buffer.readableBytes();
    }

    @Override
    public void retain() {
        buffer.retain();
    }

    @Override
    public void release() {
        buffer.release();
    }
}
