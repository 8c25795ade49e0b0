package dev.fanlight.media.srtp;

import java.security.GeneralSecurityException;

/** Makes the cipher of a profile. Stateless. */
final class SrtpCiphers {

    private SrtpCiphers() {}

    static PacketCipher of(SrtpKeys keys, boolean reports) {
        try {
            return switch (keys.profile()) {
                case AEAD_AES_128_GCM -> new GcmCipher(keys, reports);
                case AES128_CM_HMAC_SHA1_80 -> new CounterCipher(keys, reports);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES and HMAC-SHA1", e);
        }
    }
}
