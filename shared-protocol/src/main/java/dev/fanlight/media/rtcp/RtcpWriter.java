package dev.fanlight.media.rtcp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the reports of a receiver: a compound that begins with a receiver report (RFC 3550 §6.1), then feedback. Not thread safe.
 */
public final class RtcpWriter {

    /** Most packets that one compound asks for again. */
    public static final int MAX_MISSING = 128;

    private static final int ROOM = 1_200;
    private static final int BLOCK_WORDS = 6;
    private static final int FOLLOWING = 16;
    private static final int MAX_MANTISSA = 0x3_FFFF;
    private static final int MANTISSA_BITS = 18;

    private final ByteBuffer compound = ByteBuffer.allocate(ROOM);
    private final int own;

    /**
     * An empty one.
     *
     * @param own the source by which this end calls itself
     */
    public RtcpWriter(int own) {
        this.own = own;
    }

    /** How one source arrives, as a report says it. */
    public RtcpWriter reception(ReceptionReport report) {
        header(1, RtcpType.RECEIVER_REPORT, 1 + BLOCK_WORDS)
                .putInt(report.source())
                .putInt((report.lost256ths() << 24) | (report.totalLost() & 0xFF_FFFF))
                .putInt((int) report.newestIndex())
                .putInt(0)
                .putInt(report.lastReport())
                .putInt(report.sinceThen());
        return this;
    }

    /** A report of nothing, in front of feedback. */
    public RtcpWriter nothing() {
        header(0, RtcpType.RECEIVER_REPORT, 1);
        return this;
    }

    /** A key frame is needed. */
    public RtcpWriter keyFrameNeeded(int source) {
        header(RtcpType.FORMAT_PICTURE_LOSS, RtcpType.PAYLOAD_FEEDBACK, 2).putInt(source);
        return this;
    }

    /**
     * Packets are missing.
     *
     * @param indices rising; beyond {@link #MAX_MISSING} not asked for
     */
    public RtcpWriter missing(int source, List<Long> indices) {
        int start = compound.position();
        header(RtcpType.FORMAT_NACK, RtcpType.TRANSPORT_FEEDBACK, 2).putInt(source);
        int at = 0;
        int count = Math.min(indices.size(), MAX_MISSING);
        while (at < count) {
            long first = indices.get(at++);
            int following = 0;
            while (at < count && indices.get(at) - first <= FOLLOWING) {
                following |= 1 << (indices.get(at++) - first - 1);
            }
            compound.putShort((short) first).putShort((short) following);
        }
        compound.putShort(start + 2, (short) ((compound.position() - start) / RtcpType.WORD_BYTES - 1));
        return this;
    }

    /** How much may be sent, bits a second (draft-alvestrand-rmcat-remb-03). */
    public RtcpWriter bitrate(int source, long bits) {
        int exponent = 0;
        long mantissa = bits;
        while (mantissa > MAX_MANTISSA) {
            mantissa >>= 1;
            exponent++;
        }
        header(RtcpType.FORMAT_APPLICATION, RtcpType.PAYLOAD_FEEDBACK, 5)
                .putInt(0)
                .putInt(RtcpType.BITRATE_NAME)
                .putInt((1 << 24) | (exponent << MANTISSA_BITS) | (int) mantissa)
                .putInt(source);
        return this;
    }

    /** The compound, not encrypted. */
    public byte[] toBytes() {
        return Arrays.copyOf(compound.array(), compound.position());
    }

    private ByteBuffer header(int count, int type, int words) {
        return compound.put((byte) (RtcpType.VERSION | count))
                .put((byte) type)
                .putShort((short) words)
                .putInt(own);
    }
}
