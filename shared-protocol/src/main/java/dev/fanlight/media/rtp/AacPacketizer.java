package dev.fanlight.media.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * AAC as {@code mpeg4-generic} in mode {@code AAC-hbr} (RFC 3640 §3.3.6): a frame is a packet, or fragments where it is larger than one.
 * Immutable, thread safe.
 */
public final class AacPacketizer implements RtpPacketizer {

    /** Largest frame that the 13 bits of its size can name, bytes. */
    static final int MAX_FRAME_BYTES = (1 << 13) - 1;

    private static final int HEAD_BYTES = 4;
    private static final int HEADERS_BITS = 16;
    private static final int INDEX_BITS = 3;

    /** Nothing is sent of a frame that is larger than the format allows: AAC knows none of that size. */
    @Override
    public List<RtpPayload> split(boolean key, ByteBuffer unit) {
        int size = unit.remaining();
        if (size > MAX_FRAME_BYTES) {
            return List.of();
        }
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .putShort((short) HEADERS_BITS)
                .putShort((short) (size << INDEX_BITS))
                .array();
        int most = MAX_PAYLOAD_BYTES - HEAD_BYTES;
        List<RtpPayload> payloads = new ArrayList<>(1 + size / most);
        for (int at = 0; at < size; at += most) {
            int length = Math.min(most, size - at);
            payloads.add(new RtpPayload(head, unit.slice(unit.position() + at, length), at + length == size, 0));
        }
        return payloads;
    }
}
