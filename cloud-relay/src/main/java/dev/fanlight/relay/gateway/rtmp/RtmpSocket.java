package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.protocol.rtmp.ChunkWriter;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.ServerMessages;
import dev.fanlight.relay.gateway.tcp.TcpSocket;
import java.nio.ByteBuffer;
import java.util.List;

/** The messages that leave by one connection. Event loop only. */
final class RtmpSocket {

    /** Size of the chunks that are sent; players without a key frame of it in one chunk copy more. */
    private static final int CHUNK_BYTES = 64 * 1024;

    private final TcpSocket tcp;
    private ChunkWriter writer = new ChunkWriter(ChunkWriter.FIRST_CHUNK_BYTES);

    RtmpSocket(TcpSocket tcp) {
        this.tcp = tcp;
    }

    /** The connection itself. */
    TcpSocket tcp() {
        return tcp;
    }

    /** Sends chunks of the larger size from now on. */
    void useLargeChunks() {
        send(ServerMessages.chunkSize(CHUNK_BYTES));
        writer = new ChunkWriter(CHUNK_BYTES);
    }

    void send(RtmpMessage message) {
        List<ByteBuffer> parts = writer.parts(message);
        byte[] bytes = new byte[parts.stream().mapToInt(ByteBuffer::remaining).sum()];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        parts.forEach(target::put);
        tcp.write(bytes);
    }

    /** Sends bytes that are no message. */
    void send(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        tcp.write(copy);
    }
}
