package dev.fanlight.relay.wire;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.relay.stream.MediaFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/** A media message framed once for all viewers, in one buffer of direct memory. Thread safe. */
public final class WireFrame extends SharedByteBuf implements MediaFrame {

    private final MediaHeader header;

    private WireFrame(MediaHeader header, ByteBuf buffer) {
        super(buffer);
        this.header = header;
    }

    /**
     * Frames one message; the caller owns the one reference.
     *
     * @param parts the message in order; read, not kept
     * @throws ProtocolException when its header is malformed; nothing is held then
     */
    public static WireFrame of(List<ByteBuf> parts, ByteBufAllocator allocator) throws ProtocolException {
        int size = parts.stream().mapToInt(ByteBuf::readableBytes).sum();
        int framing = WebSocketFraming.headerBytes(size);
        ByteBuf buffer = allocator.directBuffer(framing + size, framing + size);
        WebSocketFraming.writeHeader(buffer, WebSocketFraming.BINARY, size);
        for (ByteBuf part : parts) {
            buffer.writeBytes(part, part.readerIndex(), part.readableBytes());
        }
        try {
            return new WireFrame(MediaCodec.read(buffer.nioBuffer(framing, size)), buffer);
        } catch (ProtocolException e) {
            buffer.release();
            throw e;
        }
    }

    @Override
    public MediaHeader header() {
        return header;
    }
}
