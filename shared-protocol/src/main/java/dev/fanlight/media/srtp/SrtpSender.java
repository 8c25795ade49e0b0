package dev.fanlight.media.srtp;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/**
 * Encrypts what one side sends. A packet must not be encrypted twice: what is sent again are the same bytes. Packets lie at the beginning of
 * their array, with room for {@link SrtpProfile#MAX_OVERHEAD_BYTES} behind them. Not thread safe.
 */
public final class SrtpSender {

    private static final int REPORT_HEADER_BYTES = 8;
    private static final int ENCRYPTED = 0x8000_0000;

    private final PacketCipher packets;
    private final PacketCipher reports;
    // As many as there are tracks.
    private final Map<Integer, Long> newest = new HashMap<>();
    private int reportIndex;

    public SrtpSender(SrtpKeys keys) {
        this.packets = SrtpCiphers.of(keys, false);
        this.reports = SrtpCiphers.of(keys, true);
    }

    /**
     * Encrypts a packet of RTP; those of a source must come in their order.
     *
     * @return its bytes now
     */
    public int protect(byte[] packet, int length) {
        int source = BigEndian.getInt(packet, RtpHeader.SOURCE_AT);
        int sequence = BigEndian.getShort(packet, RtpHeader.SEQUENCE_AT);
        long index = newest.merge(source, (long) sequence, (known, next) -> PacketIndex.nearest(known, sequence));
        int header = RtpHeader.length(packet, length);
        try {
            return packets.protect(packet, header, length, source, index, (int) (index >>> 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a packet could not be encrypted", e);
        }
    }

    /**
     * Encrypts a compound of RTCP.
     *
     * @return its bytes now
     */
    public int protectReport(byte[] report, int length) {
        int index = reportIndex++ & ~ENCRYPTED;
        int source = BigEndian.getInt(report, Integer.BYTES);
        try {
            return reports.protect(report, REPORT_HEADER_BYTES, length, source, index, index | ENCRYPTED);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a report could not be encrypted", e);
        }
    }
}
