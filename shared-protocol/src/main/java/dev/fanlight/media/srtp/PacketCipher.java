package dev.fanlight.media.srtp;

import java.security.GeneralSecurityException;

/**
 * Encrypts and seals the packets of one direction and one kind. Packets lie at the beginning of their array, behind which there is room for
 * {@link SrtpProfile#MAX_OVERHEAD_BYTES}. Not thread safe.
 */
interface PacketCipher {

    /**
     * Encrypts what is behind the header, and seals the whole.
     *
     * @param packet with room behind {@code length}
     * @param header bytes that stay readable
     * @param index of the packet, 48 bits
     * @param trailer what is sealed behind the packet, and travels with a report: rollover counter, or index with its flag
     * @return bytes of the packet without the trailer
     */
    int protect(byte[] packet, int header, int length, int source, long index, int trailer)
            throws GeneralSecurityException;

    /**
     * Checks the seal and decrypts; leaves the packet as it was, or wrong, when the seal is not right.
     *
     * @param length bytes without the trailer
     * @return bytes of the packet without its seal, −1 when it is not authentic
     */
    int unprotect(byte[] packet, int header, int length, int source, long index, int trailer)
            throws GeneralSecurityException;
}
