package dev.fanlight.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fingerprint of a device’s public key, shown as words that the owner compares with those the agent shows. Immutable.
 *
 * @param hex SHA-256 of the SubjectPublicKeyInfo, in hex; also the subject of {@code enroll}
 */
public record Fingerprint(String hex) {

    /** Number of words shown: 64 bits, too many for an attacker to search while the owner waits. */
    public static final int WORDS = 8;

    private static final List<String> LIST = readList();

    /** The fingerprint of a SubjectPublicKeyInfo in DER. */
    public static Fingerprint of(byte[] publicKey) {
        return new Fingerprint(HexFormat.of().formatHex(Secrets.sha256(publicKey)));
    }

    /**
     * The fingerprint of an encoded key.
     *
     * @param publicKey SubjectPublicKeyInfo, DER in base64
     * @throws IllegalArgumentException if it is not base64
     */
    public static Fingerprint ofBase64(String publicKey) {
        return of(Base64.getDecoder().decode(publicKey));
    }

    /** The first {@link #WORDS} bytes, each as a word of a list of 256, no two of which begin with the same three letters. */
    public List<String> words() {
        byte[] hash = HexFormat.of().parseHex(hex);
        return IntStream.range(0, WORDS).mapToObj(i -> LIST.get(hash[i] & 0xFF)).toList();
    }

    private static List<String> readList() {
        try (InputStream in = Fingerprint.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("not packed: words.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
