package dev.fanlight.relay.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A part of a stream without an end, such as FLV, in one buffer of direct memory, framed once for all readers of the same transport. Thread safe. */
public final class StreamBuffer extends SharedByteBuf {

    private static final byte[] LINE_END = {'\r', '\n'};

    /** What carries the stream. */
    public enum Transport {
        /** A response in chunks (RFC 9112 §7.1): each part is one of them. */
        HTTP,
        /** Binary WebSocket messages. */
        WEBSOCKET
    }

    private StreamBuffer(ByteBuf buffer) {
        super(buffer);
    }

    /**
     * Frames one part; the caller owns the one reference.
     *
     * @param pieces the part in order, not empty all together; not consumed
     */
    public static StreamBuffer of(Transport transport, List<ByteBuffer> pieces, ByteBufAllocator allocator) {
        int size = pieces.stream().mapToInt(ByteBuffer::remaining).sum();
        return new StreamBuffer(
                transport == Transport.HTTP ? chunk(size, pieces, allocator) : message(size, pieces, allocator));
    }

    private static ByteBuf chunk(int size, List<ByteBuffer> pieces, ByteBufAllocator allocator) {
        byte[] length = Integer.toHexString(size).getBytes(StandardCharsets.US_ASCII);
        int total = length.length + LINE_END.length + size + LINE_END.length;
        ByteBuf buffer = allocator.directBuffer(total, total);
        buffer.writeBytes(length).writeBytes(LINE_END);
        pieces.forEach(piece -> buffer.writeBytes(piece.duplicate()));
        return buffer.writeBytes(LINE_END);
    }

    private static ByteBuf message(int size, List<ByteBuffer> pieces, ByteBufAllocator allocator) {
        int total = WebSocketFraming.headerBytes(size) + size;
        ByteBuf buffer = allocator.directBuffer(total, total);
        WebSocketFraming.writeHeader(buffer, WebSocketFraming.BINARY, size);
        pieces.forEach(piece -> buffer.writeBytes(piece.duplicate()));
        return buffer;
    }
}
