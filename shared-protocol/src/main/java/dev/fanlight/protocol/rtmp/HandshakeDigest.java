package dev.fanlight.protocol.rtmp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalInt;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The digests in the handshake of clients that expect one of Adobe’s servers. Their keys are public, so a digest proves nothing; it is
 * answered because FFmpeg and old Flash encoders check the answer. Stateless.
 */
final class HandshakeDigest {

    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] COMMON = bytes(
            0xF0, 0xEE, 0xC2, 0x4A, 0x80, 0x68, 0xBE, 0xE8, 0x2E, 0x00, 0xD0, 0xD1, 0x02, 0x9E, 0x7E, 0x57, 0x6E, 0xEC,
            0x5D, 0x2D, 0x29, 0x80, 0x6F, 0xAB, 0x93, 0xB8, 0xE6, 0x36, 0xCF, 0xEB, 0x31, 0xAE);
    private static final byte[] SERVER = "Genuine Adobe Flash Media Server 001".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLIENT = "Genuine Adobe Flash Player 001".getBytes(StandardCharsets.US_ASCII);

    /** Where the four bytes are whose sum says where the digest is. */
    private static final int[] SCHEMES = {8, 772};

    private static final int RANGE = 728;

    private HandshakeDigest() {}

    /** Which scheme the digest of a client’s C1 follows, if there is a right one in it. */
    static OptionalInt schemeOf(byte[] c1) {
        for (int scheme = 0; scheme < SCHEMES.length; scheme++) {
            int at = position(c1, scheme);
            byte[] digest = Arrays.copyOfRange(c1, at, at + BYTES);
            if (MessageDigest.isEqual(digest, around(c1, at, CLIENT))) {
                return OptionalInt.of(scheme);
            }
        }
        return OptionalInt.empty();
    }

    /** Puts the server’s digest into its S1. */
    static void sign(byte[] s1, int scheme) {
        int at = position(s1, scheme);
        System.arraycopy(around(s1, at, SERVER), 0, s1, at, BYTES);
    }

    /** Ends S2 with the answer to the digest of a C1. */
    static void answer(byte[] s2, byte[] c1, int scheme) {
        int at = position(c1, scheme);
        byte[] key = hmac(join(SERVER, COMMON), Arrays.copyOfRange(c1, at, at + BYTES));
        int end = s2.length - BYTES;
        System.arraycopy(hmac(key, Arrays.copyOf(s2, end)), 0, s2, end, BYTES);
    }

    private static int position(byte[] packet, int scheme) {
        int base = SCHEMES[scheme];
        int sum = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            sum += packet[base + i] & 0xFF;
        }
        return base + Integer.BYTES + sum % RANGE;
    }

    /** The digest of all but the place where it stands. */
    private static byte[] around(byte[] packet, int at, byte[] key) {
        return hmac(key, join(Arrays.copyOf(packet, at), Arrays.copyOfRange(packet, at + BYTES, packet.length)));
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
