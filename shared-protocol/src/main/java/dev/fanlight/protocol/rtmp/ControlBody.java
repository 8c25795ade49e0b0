package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;

/** The bodies of messages about the connection. Stateless. */
final class ControlBody {

    private ControlBody() {}

    /** The number at the beginning of a body that is not consumed; its highest bit has no meaning. */
    static int u31(ByteBuffer body) throws BitstreamException {
        if (body.remaining() < Integer.BYTES) {
            throw new BitstreamException("a message about the connection is cut off");
        }
        return body.getInt(body.position()) & Integer.MAX_VALUE;
    }

    /** A body with one number. */
    static ByteBuffer of(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).flip();
    }
}
