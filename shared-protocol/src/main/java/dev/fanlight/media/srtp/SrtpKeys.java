package dev.fanlight.media.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master key and salt of one direction. Does not show itself. Immutable as long as nobody writes to the arrays, which are not copied.
 *
 * @param profile what they are for
 * @param key {@link SrtpProfile#KEY_BYTES}
 * @param salt as many bytes as the profile says
 */
public record SrtpKeys(SrtpProfile profile, byte[] key, byte[] salt) {

    private static final int BLOCK_BYTES = 16;
    private static final int LABEL_AT = 7;

    public SrtpKeys {
        if (key.length != SrtpProfile.KEY_BYTES || salt.length != profile.saltBytes()) {
            throw new IllegalArgumentException("a key or a salt has another length than its profile says");
        }
    }

    /** The keys of a direction: what travels, and what each kind of packet is encrypted with. */
    enum Label {
        RTP_ENCRYPTION(0),
        RTP_AUTHENTICATION(1),
        RTP_SALT(2),
        RTCP_ENCRYPTION(3),
        RTCP_AUTHENTICATION(4),
        RTCP_SALT(5);

        private final int number;

        Label(int number) {
            this.number = number;
        }
    }

    /** Derives a key of a session (RFC 3711 §4.3.1, with a derivation rate of 0). */
    byte[] derive(Label label, int bytes) {
        byte[] iv = Arrays.copyOf(salt, BLOCK_BYTES);
        iv[LABEL_AT] ^= (byte) label.number;
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(new byte[bytes]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES in counter mode", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SrtpKeys that
                && profile == that.profile
                && Arrays.equals(key, that.key)
                && Arrays.equals(salt, that.salt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "SrtpKeys[" + profile + "]";
    }
}
