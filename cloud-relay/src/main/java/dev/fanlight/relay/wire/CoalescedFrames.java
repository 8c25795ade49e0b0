package dev.fanlight.relay.wire;

import dev.fanlight.relay.buffer.SharedBuffer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/** Several messages in one buffer of direct memory, so that they need only one send. Thread safe. */
public final class CoalescedFrames extends SharedByteBuf {

    private CoalescedFrames(ByteBuf buffer) {
        super(buffer);
    }

    /** Copies buffers made by package {@code wire}, in order, into one; the caller owns the one reference. */
    public static SharedBuffer of(List<? extends SharedBuffer> parts, ByteBufAllocator allocator) {
        int size = parts.stream().mapToInt(SharedBuffer::size).sum();
        ByteBuf joined = allocator.directBuffer(size, size);
        for (SharedBuffer part : parts) {
            ByteBuf bytes = ((WebSocketForm) part).buffer();
            joined.writeBytes(bytes, bytes.readerIndex(), bytes.readableBytes());
        }
        return new CoalescedFrames(joined);
    }
}
