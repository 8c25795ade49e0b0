package dev.fanlight.relay.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a message so that the push service cannot read it: one record of {@code aes128gcm} (RFC 8188) under a key that sender and browser
 * agree on (RFC 8291). Stateless.
 */
final class MessageCipher {

    /** Bytes of the salt, which is another one for each message. */
    static final int SALT_BYTES = 16;

    /** Most bytes of a message; every push service takes as many (RFC 8030 section 7.2). */
    static final int MAX_BYTES = 3_993;

    private static final int RECORD_BYTES = 4_096;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;
    private static final byte ONE = 1;
    private static final String MAC = "HmacSHA256";

    private MessageCipher() {}

    /**
     * The body of the request.
     *
     * @param receiver the browser’s key
     * @param secret the browser’s secret, 16 bytes
     * @param sender a pair of keys for this message alone
     * @param salt random
     */
    static byte[] seal(byte[] text, ECPublicKey receiver, byte[] secret, KeyPair sender, byte[] salt) {
        if (text.length > MAX_BYTES) {
            throw new IllegalArgumentException("a message of " + text.length + " bytes");
        }
        byte[] senderPoint = P256.encode((ECPublicKey) sender.getPublic());
        try {
            byte[] input = inputKey(receiver, secret, sender, senderPoint);
            byte[] pseudo = hmac(salt, input);
            byte[] key = Arrays.copyOf(hmac(pseudo, info("Content-Encoding: aes128gcm")), KEY_BYTES);
            byte[] nonce = Arrays.copyOf(hmac(pseudo, info("Content-Encoding: nonce")), NONCE_BYTES);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(concat(text, new byte[] {LAST_RECORD}));
            byte[] size =
                    ByteBuffer.allocate(Integer.BYTES).putInt(RECORD_BYTES).array();
            return concat(salt, size, new byte[] {(byte) senderPoint.length}, senderPoint, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has these algorithms", e);
        }
    }

    private static byte[] inputKey(ECPublicKey receiver, byte[] secret, KeyPair sender, byte[] senderPoint)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(sender.getPrivate());
        agreement.doPhase(receiver, true);
        byte[] info = concat(text("WebPush: info"), new byte[1], P256.encode(receiver), senderPoint, new byte[] {ONE});
        return hmac(hmac(secret, agreement.generateSecret()), info);
    }

    /** HKDF (RFC 5869) is two of these: what is extracted and what is expanded are 32 bytes at most. */
    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(key, MAC));
        return mac.doFinal(data);
    }

    private static byte[] info(String purpose) {
        return concat(text(purpose), new byte[1], new byte[] {ONE});
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
