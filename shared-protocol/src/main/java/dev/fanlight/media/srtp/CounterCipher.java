package dev.fanlight.media.srtp;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in counter mode and HMAC-SHA1 (RFC 3711 §4.1.1, §4.2.1). Not thread safe. */
final class CounterCipher implements PacketCipher {

    private static final int BLOCK_BYTES = 16;
    private static final int MAC_KEY_BYTES = 20;
    private static final String MAC = "HmacSHA1";

    private final boolean reports;
    private final Key key;
    private final byte[] salt;
    private final Cipher cipher;
    private final Mac mac;
    private final int tagBytes;

    /**
     * The cipher of one direction.
     *
     * @param reports whether for RTCP, whose trailer stands in front of its seal
     */
    CounterCipher(SrtpKeys keys, boolean reports) throws GeneralSecurityException {
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
        this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
        this.mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(
                keys.derive(
                        reports ? SrtpKeys.Label.RTCP_AUTHENTICATION : SrtpKeys.Label.RTP_AUTHENTICATION,
                        MAC_KEY_BYTES),
                MAC));
    }

    @Override
    public int protect(byte[] packet, int header, int length, int source, long index, int trailer)
            throws GeneralSecurityException {
        crypt(packet, header, length, source, index);
        byte[] tag = tag(packet, length, trailer);
        int at = reports ? BigEndian.putInt(packet, length, trailer) : length;
        System.arraycopy(tag, 0, packet, at, tagBytes);
        return at + tagBytes;
    }

    @Override
    public int unprotect(byte[] packet, int header, int length, int source, long index, int trailer)
            throws GeneralSecurityException {
        int sealed = length - tagBytes;
        int plain = reports ? sealed - Integer.BYTES : sealed;
        if (plain < header) {
            return -1;
        }
        byte[] shown = Arrays.copyOfRange(packet, sealed, length);
        if (!MessageDigest.isEqual(Arrays.copyOf(tag(packet, plain, trailer), tagBytes), shown)) {
            return -1;
        }
        if (!reports || trailer < 0) {
            crypt(packet, header, plain, source, index);
        }
        return plain;
    }

    private void crypt(byte[] packet, int header, int length, int source, long index) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(salt, BLOCK_BYTES);
        BigEndian.xor(iv, 4, source, Integer.BYTES);
        BigEndian.xor(iv, 8, index, 6);
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
        cipher.doFinal(packet, header, length - header, packet, header);
    }

    private byte[] tag(byte[] packet, int length, int trailer) {
        mac.update(packet, 0, length);
        byte[] word = new byte[Integer.BYTES];
        BigEndian.putInt(word, 0, trailer);
        return mac.doFinal(word);
    }
}
