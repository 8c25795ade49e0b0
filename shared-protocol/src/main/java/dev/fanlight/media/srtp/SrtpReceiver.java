package dev.fanlight.media.srtp;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks and decrypts what the other side sends. Of each source every packet counts once; nothing is remembered of what is not authentic. Not thread
 * safe.
 */
public final class SrtpReceiver {

    /** Most sources; packets of more are refused. */
    public static final int MAX_SOURCES = 8;

    private static final int REPORT_HEADER_BYTES = 8;
    private static final int MIN_REPORT_BYTES = REPORT_HEADER_BYTES + Integer.BYTES;
    private static final int INDEX = 0x7FFF_FFFF;

    private final SrtpProfile profile;
    private final PacketCipher packets;
    private final PacketCipher reports;
    private final Map<Integer, ReplayWindow> received = new HashMap<>();
    private final Map<Integer, ReplayWindow> receivedReports = new HashMap<>();

    public SrtpReceiver(SrtpKeys keys) {
        this.profile = keys.profile();
        this.packets = SrtpCiphers.of(keys, false);
        this.reports = SrtpCiphers.of(keys, true);
    }

    /**
     * Decrypts a packet of RTP in place.
     *
     * @param packet at the beginning of the array
     * @return what it is; empty when it is not authentic, broken or known already
     */
    public Optional<ReceivedPacket> unprotect(byte[] packet, int length) {
        int header = RtpHeader.length(packet, length);
        if (header < 0) {
            return Optional.empty();
        }
        int source = BigEndian.getInt(packet, RtpHeader.SOURCE_AT);
        int sequence = BigEndian.getShort(packet, RtpHeader.SEQUENCE_AT);
        ReplayWindow window = window(received, source);
        long index = window.newest() < 0 ? sequence : PacketIndex.nearest(window.newest(), sequence);
        if (!window.isNew(index) || isOneTooMany(received, source)) {
            return Optional.empty();
        }
        int plain = decrypted(packets, packet, header, length, source, index, (int) (index >>> 16));
        if (plain < 0) {
            return Optional.empty();
        }
        window.add(index);
        received.put(source, window);
        return ReceivedPacket.of(packet, header, plain, source, index);
    }

    /**
     * Decrypts a compound of RTCP in place.
     *
     * @return its bytes, −1 when it is not authentic, broken or known already
     */
    public int unprotectReport(byte[] report, int length) {
        if (length < MIN_REPORT_BYTES + profile.tagBytes()) {
            return -1;
        }
        int source = BigEndian.getInt(report, Integer.BYTES);
        int at = length - Integer.BYTES - (profile == SrtpProfile.AEAD_AES_128_GCM ? 0 : profile.tagBytes());
        int trailer = BigEndian.getInt(report, at);
        long index = trailer & INDEX;
        ReplayWindow window = window(receivedReports, source);
        if (!window.isNew(index) || isOneTooMany(receivedReports, source)) {
            return -1;
        }
        int plain = decrypted(reports, report, REPORT_HEADER_BYTES, length, source, index, trailer);
        if (plain >= 0) {
            window.add(index);
            receivedReports.put(source, window);
        }
        return plain;
    }

    private static ReplayWindow window(Map<Integer, ReplayWindow> known, int source) {
        ReplayWindow window = known.get(source);
        return window == null ? new ReplayWindow() : window;
    }

    private static boolean isOneTooMany(Map<Integer, ReplayWindow> known, int source) {
        return known.size() >= MAX_SOURCES && !known.containsKey(source);
    }

    private static int decrypted(
            PacketCipher cipher, byte[] packet, int header, int length, int source, long index, int trailer) {
        try {
            return cipher.unprotect(packet, header, length, source, index, trailer);
        } catch (GeneralSecurityException e) {
            return -1;
        }
    }
}
