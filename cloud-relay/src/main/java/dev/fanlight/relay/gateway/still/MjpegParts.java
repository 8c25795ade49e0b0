package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.wire.StreamBuffer;
import dev.fanlight.relay.wire.StreamBuffer.Transport;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The parts of motion JPEG, {@code multipart/x-mixed-replace}. Each has the boundary behind it, not before it: browsers show a part when they have
 * seen the next boundary, and would else be one part late. Stateless.
 */
final class MjpegParts {

    private static final String BOUNDARY = "fanlight-jpeg";

    /** The type of the response. */
    static final String TYPE = "multipart/x-mixed-replace; boundary=" + BOUNDARY;

    private static final byte[] DELIMITER = ascii("\r\n--" + BOUNDARY + "\r\n");

    private MjpegParts() {}

    /** What stands in front of the first part; the caller owns the one reference. */
    static StreamBuffer first() {
        return buffer(List.of(ByteBuffer.wrap(DELIMITER)));
    }

    /** A part; the caller owns the one reference. */
    static StreamBuffer of(Jpeg jpeg) {
        byte[] head = ascii("Content-Type: image/jpeg\r\nContent-Length: " + jpeg.bytes().length + "\r\n\r\n");
        return buffer(List.of(ByteBuffer.wrap(head), ByteBuffer.wrap(jpeg.bytes()), ByteBuffer.wrap(DELIMITER)));
    }

    private static StreamBuffer buffer(List<ByteBuffer> pieces) {
        return StreamBuffer.of(Transport.HTTP, pieces, ByteBufAllocator.DEFAULT);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
