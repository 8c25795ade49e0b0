package dev.fanlight.protocol.sdp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The digest of the certificate that one side shows in DTLS (RFC 8122 §5). Immutable.
 *
 * @param algorithm as Java calls it, such as {@code SHA-256}
 * @param digest bytes in upper case, between colons
 */
public record CertificateFingerprint(String algorithm, String digest) {

    private static final String SHA_256 = "SHA-256";
    private static final Pattern ALGORITHM = Pattern.compile("SHA-(256|384|512)");
    private static final Pattern DIGEST = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31,63}");

    static CertificateFingerprint parse(String text) throws SdpException {
        String[] parts = text.toUpperCase(Locale.ROOT).split(" ", 3);
        boolean isGood = parts.length == 2
                && ALGORITHM.matcher(parts[0]).matches()
                && DIGEST.matcher(parts[1]).matches();
        if (!isGood) {
            throw new SdpException("The description needs an a=fingerprint by SHA-256, SHA-384 or SHA-512.");
        }
        return new CertificateFingerprint(parts[0], parts[1]);
    }

    /** That of a certificate, by SHA-256. */
    public static CertificateFingerprint of(byte[] certificate) {
        return new CertificateFingerprint(SHA_256, digest(SHA_256, certificate));
    }

    /** Whether it is that of this certificate. */
    public boolean fits(byte[] certificate) {
        return digest.equals(digest(algorithm, certificate));
    }

    String text() {
        return algorithm.toLowerCase(Locale.ROOT) + " " + digest;
    }

    private static String digest(String algorithm, byte[] certificate) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(certificate);
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
