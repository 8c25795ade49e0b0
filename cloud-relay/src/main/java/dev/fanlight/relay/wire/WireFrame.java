package dev.fanlight.relay.wire;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.MediaFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An access unit in one buffer of direct memory, framed as a WebSocket message for all viewers; its payload is a slice of it, and other
 * wire forms are made on request. A pending write keeps the buffer, not the other forms. Thread safe.
 */
public final class WireFrame extends SharedByteBuf implements MediaFrame {

    /** A binary WebSocket message of the protocol: media header and payload. */
    public static final FrameForm FORM = frame -> of(frame.header(), frame.payload(), ByteBufAllocator.DEFAULT);

    private final MediaHeader header;
    private final int payloadIndex;
    private final AtomicInteger references = new AtomicInteger(1);
    private final FrameForms forms = new FrameForms();

    private WireFrame(MediaHeader header, ByteBuf buffer, int payloadIndex) {
        super(buffer);
        this.header = header;
        this.payloadIndex = payloadIndex;
    }

    /**
     * Frames one message; the caller owns the one reference.
     *
     * @param parts the message in order; the caller keeps ownership
     * @throws ProtocolException when its header is malformed; nothing is retained then
     */
    public static WireFrame of(List<ByteBuf> parts, ByteBufAllocator allocator) throws ProtocolException {
        int size = parts.stream().mapToInt(ByteBuf::readableBytes).sum();
        ByteBuf buffer = framed(size, allocator);
        int start = buffer.writerIndex();
        for (ByteBuf part : parts) {
            buffer.writeBytes(part, part.readerIndex(), part.readableBytes());
        }
        try {
            MediaHeader header = MediaCodec.read(buffer.nioBuffer(start, size));
            return new WireFrame(header, buffer, start + MediaCodec.HEADER_BYTES);
        } catch (ProtocolException e) {
            buffer.release();
            throw e;
        }
    }

    /**
     * Frames an access unit that did not arrive as a WebSocket message; the caller owns the one reference.
     *
     * @param payload from its position to its limit; copied
     */
    public static WireFrame of(MediaHeader header, ByteBuffer payload, ByteBufAllocator allocator) {
        int size = MediaCodec.HEADER_BYTES + payload.remaining();
        ByteBuf buffer = framed(size, allocator);
        ByteBuffer head = ByteBuffer.allocate(MediaCodec.HEADER_BYTES);
        MediaCodec.write(header, head);
        buffer.writeBytes(head.flip());
        int start = buffer.writerIndex();
        buffer.writeBytes(payload.duplicate());
        return new WireFrame(header, buffer, start);
    }

    @Override
    public MediaHeader header() {
        return header;
    }

    @Override
    public ByteBuffer payload() {
        return buffer().nioBuffer(payloadIndex, buffer().writerIndex() - payloadIndex)
                .asReadOnlyBuffer();
    }

    @Override
    public SharedBuffer in(FrameForm form) {
        return form == FORM ? this : forms.of(this, form);
    }

    @Override
    public void retain() {
        if (references.getAndIncrement() <= 0) {
            throw new IllegalStateException("retained after it was freed");
        }
    }

    @Override
    public void release() {
        int left = references.decrementAndGet();
        if (left < 0) {
            throw new IllegalStateException("released too often");
        }
        if (left == 0) {
            forms.release();
            super.release();
        }
    }

    private static ByteBuf framed(int size, ByteBufAllocator allocator) {
        int framing = WebSocketFraming.headerBytes(size);
        ByteBuf buffer = allocator.directBuffer(framing + size, framing + size);
        WebSocketFraming.writeHeader(buffer, WebSocketFraming.BINARY, size);
        return buffer;
    }
}
