package dev.fanlight.media.rtp;

import java.nio.ByteBuffer;

/**
 * What one packet carries: a header of the payload format, and a part of an access unit behind it. Valid as long as the bytes of the access
 * unit are.
 *
 * @param head not copied, must not be written to; may be empty
 * @param body a view; not consumed
 * @param marker whether it ends its access unit, where the format says that
 * @param ticks how much later it begins than its access unit, in units of the track’s clock
 */
public record RtpPayload(byte[] head, ByteBuffer body, boolean marker, int ticks) {

    private static final byte[] NO_HEAD = {};

    /** One that has no header of its own. */
    static RtpPayload whole(ByteBuffer body, boolean marker) {
        return new RtpPayload(NO_HEAD, body, marker, 0);
    }

    /** Bytes of both. */
    public int size() {
        return head.length + body.remaining();
    }
}
