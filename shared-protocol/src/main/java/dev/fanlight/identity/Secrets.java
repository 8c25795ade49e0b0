package dev.fanlight.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates secrets, and hashes them for storage. Thread safe. */
public final class Secrets {

    private final SecureRandom random;

    /** Generates secrets from {@code random}. */
    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /** A secret of {@code bits} bits (a multiple of 8) in base32. */
    public String base32(int bits) {
        return Base32.encode(bytes(bits / 8));
    }

    /** {@code count} random bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The stored form of a secret of at least 80 bits: SHA-256 in hex. Shorter ones need a slow hash instead. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Compares a secret with a stored hash, in constant time. */
    public static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
