package dev.fanlight.media.srtp;

/** How long the readable part of a packet is (RFC 3550 §5.1, §5.3.1). Stateless. */
final class RtpHeader {

    static final int SEQUENCE_AT = 2;
    static final int SOURCE_AT = 8;
    static final int FIXED_BYTES = 12;

    private static final int EXTENSION = 0x10;
    private static final int SOURCES = 0x0F;
    private static final int EXTENSION_HEADER_BYTES = 4;

    private RtpHeader() {}

    /** Bytes of the fixed header, further sources and the extension; −1 when the packet ends before. */
    static int length(byte[] packet, int size) {
        if (size < FIXED_BYTES) {
            return -1;
        }
        int length = FIXED_BYTES + Integer.BYTES * (packet[0] & SOURCES);
        if ((packet[0] & EXTENSION) == 0) {
            return length <= size ? length : -1;
        }
        if (length + EXTENSION_HEADER_BYTES > size) {
            return -1;
        }
        length += EXTENSION_HEADER_BYTES + Integer.BYTES * BigEndian.getShort(packet, length + 2);
        return length <= size ? length : -1;
    }
}
