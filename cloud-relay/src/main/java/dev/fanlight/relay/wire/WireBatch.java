package dev.fanlight.relay.wire;

import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.hub.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/** Several media messages one behind the other in one buffer of direct memory, so that one send takes them all. Thread safe. */
public final class WireBatch extends SharedBytes {

    private WireBatch(ByteBuf buffer) {
        super(buffer);
    }

    /** Copies frames of package {@code wire}, in order, into one buffer; the caller owns the one reference. */
    public static Shared of(List<Frame> frames, ByteBufAllocator allocator) {
        int size = frames.stream().mapToInt(Frame::size).sum();
        ByteBuf joined = allocator.directBuffer(size, size);
        for (Frame frame : frames) {
            ByteBuf part = ((WireForm) frame).buffer();
            joined.writeBytes(part, part.readerIndex(), part.readableBytes());
        }
        return new WireBatch(joined);
    }
}
