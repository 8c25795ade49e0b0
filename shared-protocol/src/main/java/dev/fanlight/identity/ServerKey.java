package dev.fanlight.identity;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key of a TLS server, which devices sign and join links pin. Immutable.
 *
 * @param text hex SHA-256 of the SubjectPublicKeyInfo, or {@link #WEBPKI}
 */
public record ServerKey(String text) {

    /** The certificate was verified with public authorities; its key may change at any time. */
    public static final ServerKey WEBPKI = new ServerKey("webpki");

    private static final int PIN_BYTES = 16;

    /** The key of a certificate. */
    public static ServerKey of(PublicKey key) {
        return new ServerKey(HexFormat.of().formatHex(Secrets.sha256(key.getEncoded())));
    }

    /** The first 128 bits of SHA-256 over the SubjectPublicKeyInfo in base32: the pin of a join link. */
    public static String pinOf(PublicKey key) {
        return Base32.encode(Arrays.copyOf(Secrets.sha256(key.getEncoded()), PIN_BYTES));
    }
}
