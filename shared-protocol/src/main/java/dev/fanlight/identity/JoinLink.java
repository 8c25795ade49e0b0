package dev.fanlight.identity;

import java.net.URI;
import java.util.Locale;

/**
 * The link that {@code camera invite} prints and {@code join} takes: {@code wss://HOST:PORT/#1.PIN.CODE.SECRET}. Immutable.
 *
 * @param relay {@code wss://HOST:PORT}, without path
 * @param pin 26 characters of base32 over the key of the relay’s authority, or {@link #WEBPKI}
 * @param code 40 bits in base32
 * @param secret 80 bits in base32
 */
public record JoinLink(URI relay, String pin, String code, String secret) {

    /** The pin of a relay with a certificate of a public authority. */
    public static final String WEBPKI = "webpki";

    /** Bits of {@link #code()}. */
    public static final int CODE_BITS = 40;

    /** Bits of {@link #secret()}. */
    public static final int SECRET_BITS = 80;

    private static final int PIN_LENGTH = 26;

    /**
     * Parses a join link.
     *
     * @throws IllegalArgumentException with a message for the user if it is not one
     */
    public static JoinLink parse(String text) {
        URI uri = toUri(text);
        String[] parts = uri.getFragment() == null
                ? new String[0]
                : uri.getFragment().toLowerCase(Locale.ROOT).split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals("1")) {
            throw new IllegalArgumentException(
                    "The join link is incomplete: copy the whole line that \"fanlight-relay camera invite\" printed, in quotes");
        }
        if (!isPin(parts[1])
                || !Base32.isEncoded(parts[2], CODE_BITS / 5)
                || !Base32.isEncoded(parts[3], SECRET_BITS / 5)) {
            throw new IllegalArgumentException("The join link contains a typing error: copy it as a whole");
        }
        URI relay = URI.create("wss://" + uri.getRawAuthority());
        return new JoinLink(relay, parts[1], parts[2], parts[3]);
    }

    /**
     * Parses the relay’s address alone: {@code wss://HOST:PORT}.
     *
     * @throws IllegalArgumentException with a message for the user if it is not one
     */
    public static URI relay(String text) {
        return URI.create("wss://" + toUri(text).getRawAuthority());
    }

    /** Whether {@code text} is a valid pin, {@link #WEBPKI} included. */
    public static boolean isPin(String text) {
        return Base32.isEncoded(text, PIN_LENGTH) || text.equals(WEBPKI);
    }

    /** The link as one line, which must be quoted in a shell. */
    public String text() {
        return relay + "/#1." + pin + "." + code + "." + secret;
    }

    /** Omits the secret, which must not be logged. */
    @Override
    public String toString() {
        return relay + "/#1." + pin + "." + code + ".***";
    }

    private static URI toUri(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("This is not a join link", e);
        }
        if (!"wss".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("A join link begins with wss:// and the host name of the relay");
        }
        return uri;
    }
}
