package dev.fanlight.protocol.rtmp;

import java.nio.ByteBuffer;

/**
 * One message. Immutable but for the position of its body.
 *
 * @param type what it is
 * @param streamId which stream it belongs to, 0 for the connection
 * @param timestamp ms, unsigned 32 bits, which begin anew after 49.7 days
 * @param body from its position to its limit; owned by the message
 */
public record RtmpMessage(RtmpType type, int streamId, long timestamp, ByteBuffer body) {

    /** A message about the connection or a stream, which has no time. */
    public static RtmpMessage of(RtmpType type, int streamId, ByteBuffer body) {
        return new RtmpMessage(type, streamId, 0, body);
    }
}
