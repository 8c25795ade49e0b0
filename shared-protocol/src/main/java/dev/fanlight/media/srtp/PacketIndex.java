package dev.fanlight.media.srtp;

/** The 48 bits that number the packets of a source, of which 16 travel (RFC 3711 §3.3.1). Stateless. */
final class PacketIndex {

    private static final int SEQUENCES = 1 << 16;

    private PacketIndex() {}

    /** The index with these low 16 bits that is nearest to {@code known}; negative when that lies in front of the first. */
    static long nearest(long known, int sequence) {
        return known + (short) (sequence - (int) (known % SEQUENCES));
    }
}
