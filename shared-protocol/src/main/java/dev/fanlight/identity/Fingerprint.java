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
 * What stands for a device’s public key: the owner compares its words with those the agent shows. Immutable.
 *
 * @param hex hex SHA-256 of the SubjectPublicKeyInfo, which also is the subject of {@code enroll}
 */
public record Fingerprint(String hex) {

    /** How many words are shown: 64 bits, which is far beyond what somebody can search while the owner waits. */
    public static final int WORDS = 8;

    private static final List<String> LIST = readList();

    /** The fingerprint of a SubjectPublicKeyInfo in DER. */
    public static Fingerprint of(byte[] publicKey) {
        return new Fingerprint(HexFormat.of().formatHex(Secrets.sha256(publicKey)));
    }

    /**
     * The fingerprint of a key as it travels.
     *
     * @param publicKey SubjectPublicKeyInfo, DER in base64
     * @throws IllegalArgumentException when it is not base64
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
