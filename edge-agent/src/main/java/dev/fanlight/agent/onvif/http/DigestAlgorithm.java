package dev.fanlight.agent.onvif.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Hashes of HTTP Digest, the weakest first. */
enum DigestAlgorithm {
    MD5("MD5", "MD5"),
    SHA_512_256("SHA-512-256", "SHA-512/256"),
    SHA_256("SHA-256", "SHA-256");

    private final String wireName;
    private final String javaName;

    DigestAlgorithm(String wireName, String javaName) {
        this.wireName = wireName;
        this.javaName = javaName;
    }

    static Optional<DigestAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(one -> one.wireName.equals(name)).findFirst();
    }

    String wireName() {
        return wireName;
    }

    /** The hash of a text in UTF-8, lower-case hex. */
    String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance(javaName).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it: " + javaName, e);
        }
    }
}
