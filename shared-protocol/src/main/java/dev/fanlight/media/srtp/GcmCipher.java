package dev.fanlight.media.srtp;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM (RFC 7714): of a report the index, which stands behind the seal, is sealed with the header. Not thread safe. */
final class GcmCipher implements PacketCipher {

    private static final int IV_BYTES = 12;

    private final boolean reports;
    private final Key key;
    private final byte[] salt;
    private final int tagBytes;
    private final Cipher cipher;

    /**
     * The cipher of one direction.
     *
     * @param reports whether for RTCP
     */
    GcmCipher(SrtpKeys keys, boolean reports) throws GeneralSecurityException {
        this.reports = reports;
        this.key = new SecretKeySpec(
                keys.derive(
                        reports ? SrtpKeys.Label.RTCP_ENCRYPTION : SrtpKeys.Label.RTP_ENCRYPTION,
                        SrtpProfile.KEY_BYTES),
                "AES");
        this.salt = keys.derive(
                reports ? SrtpKeys.Label.RTCP_SALT : SrtpKeys.Label.RTP_SALT,
                keys.profile().saltBytes());
        this.tagBytes = keys.profile().tagBytes();
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    @Override
    public int protect(byte[] packet, int header, int length, int source, long index, int trailer)
            throws GeneralSecurityException {
        init(Cipher.ENCRYPT_MODE, packet, header, source, index, trailer);
        byte[] sealed = cipher.doFinal(packet, header, length - header);
        System.arraycopy(sealed, 0, packet, header, sealed.length);
        int end = header + sealed.length;
        return reports ? BigEndian.putInt(packet, end, trailer) : end;
    }

    @Override
    public int unprotect(byte[] packet, int header, int length, int source, long index, int trailer)
            throws GeneralSecurityException {
        int sealed = reports ? length - Integer.BYTES : length;
        // A report that is sealed and not encrypted has another form, which no browser sends.
        if (sealed < header + tagBytes || (reports && trailer >= 0)) {
            return -1;
        }
        init(Cipher.DECRYPT_MODE, packet, header, source, index, trailer);
        try {
            byte[] plain = cipher.doFinal(packet, header, sealed - header);
            System.arraycopy(plain, 0, packet, header, plain.length);
            return header + plain.length;
        } catch (AEADBadTagException e) {
            return -1;
        }
    }

    private void init(int mode, byte[] packet, int header, int source, long index, int trailer)
            throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(salt, IV_BYTES);
        BigEndian.xor(iv, 2, source, Integer.BYTES);
        BigEndian.xor(iv, 6, index, 6);
        cipher.init(mode, key, new GCMParameterSpec(tagBytes * Byte.SIZE, iv));
        cipher.updateAAD(packet, 0, header);
        if (reports) {
            byte[] word = new byte[Integer.BYTES];
            BigEndian.putInt(word, 0, trailer);
            cipher.updateAAD(word);
        }
    }
}
