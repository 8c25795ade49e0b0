package dev.fanlight.relay.wire;

import dev.fanlight.relay.audience.Shared;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/** Several messages one behind the other in one buffer of direct memory, so that one send takes them all. Thread safe. */
public final class WireBatch extends SharedBytes {

    private WireBatch(ByteBuf buffer) {
        super(buffer);
    }

    /** Copies what was made by package {@code wire}, in order, into one buffer; the caller owns the one reference. */
    public static Shared of(List<? extends Shared> parts, ByteBufAllocator allocator) {
        int size = parts.stream().mapToInt(Shared::size).sum();
        ByteBuf joined = allocator.directBuffer(size, size);
        for (Shared part : parts) {
            ByteBuf bytes = ((WireForm) part).buffer();
            joined.writeBytes(bytes, bytes.readerIndex(), bytes.readableBytes());
        }
        return new WireBatch(joined);
    }
}
