package dev.fanlight.protocol.rtmp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts messages into chunks. Each message has a full header, so that none refers to one before it and any may be dropped. Immutable, thread
 * safe.
 *
 * @param chunkBytes size of a chunk, to be announced to the peer unless it is {@link #FIRST_CHUNK_BYTES}
 */
public record ChunkWriter(int chunkBytes) {

    /** The size of chunks until another one is announced. */
    public static final int FIRST_CHUNK_BYTES = 128;

    private static final int HEADER_BYTES = 12;
    private static final int MAX_PLAIN_TIME = 0xFFFFFE;
    private static final int CONTINUED = 0xC0;

    /** Which chunk stream a message goes by. */
    private static int chunkStream(RtmpType type) {
        return switch (type) {
            case AUDIO -> 4;
            case VIDEO -> 6;
            case DATA -> 5;
            case COMMAND, COMMAND_AMF3 -> 3;
            default -> 2;
        };
    }

    /** The bytes of a message, in order: headers, and views of its body between them. */
    public List<ByteBuffer> parts(RtmpMessage message) {
        List<ByteBuffer> parts = new ArrayList<>();
        ByteBuffer body = message.body();
        parts.add(header(message, body.remaining()));
        for (int at = body.position(); at < body.limit(); at += chunkBytes) {
            if (at > body.position()) {
                parts.add(continued(message));
            }
            parts.add(body.slice(at, Math.min(chunkBytes, body.limit() - at)));
        }
        return parts;
    }

    private static ByteBuffer header(RtmpMessage message, int length) {
        boolean extended = message.timestamp() > MAX_PLAIN_TIME;
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES + (extended ? Integer.BYTES : 0));
        header.put((byte) chunkStream(message.type()));
        u24(header, extended ? ChunkHeader.EXTENDED : (int) message.timestamp());
        u24(header, length);
        header.put((byte) message.type().code());
        header.putInt(Integer.reverseBytes(message.streamId()));
        if (extended) {
            header.putInt((int) message.timestamp());
        }
        return header.flip();
    }

    private static ByteBuffer continued(RtmpMessage message) {
        boolean extended = message.timestamp() > MAX_PLAIN_TIME;
        ByteBuffer header = ByteBuffer.allocate(1 + (extended ? Integer.BYTES : 0));
        header.put((byte) (CONTINUED | chunkStream(message.type())));
        if (extended) {
            header.putInt((int) message.timestamp());
        }
        return header.flip();
    }

    private static void u24(ByteBuffer out, int value) {
        out.put((byte) (value >> 16)).putShort((short) value);
    }
}
