package dev.fanlight.identity;

import java.util.Locale;

/**
 * The link that {@code camera invite} prints and {@code join} takes: {@code wss://HOST:PORT/PREFIX/#1.PIN.CODE.SECRET}. Immutable.
 *
 * @param relay where to connect
 * @param pin 26 characters of base32 over the key of the relay’s authority, or {@link #WEBPKI}
 * @param code 40 bits in base32
 * @param secret 80 bits in base32
 */
public record JoinLink(RelayUrl relay, String pin, String code, String secret) {

    /** The pin of a relay with a certificate of a public authority. */
    public static final String WEBPKI = "webpki";

    /** Bits of {@link #code()}. */
    public static final int CODE_BITS = 40;

    /** Bits of {@link #secret()}. */
    public static final int SECRET_BITS = 80;

    private static final int PIN_LENGTH = 26;
    private static final String WATCH_PATH = "/w/";

    /**
     * Parses a join link.
     *
     * @throws IllegalArgumentException with a message for the user if it is not one
     */
    public static JoinLink parse(String text) {
        RelayUrl relay = RelayUrl.parse(text);
        String stripped = text.strip();
        String fragment = stripped.substring(stripped.indexOf('#') + 1);
        if (relay.prefix().contains(WATCH_PATH)) {
            throw new IllegalArgumentException(
                    "This is a link for watching. A computer joins by the link that \"fanlight-relay camera invite\" printed");
        }
        String[] parts = fragment.toLowerCase(Locale.ROOT).split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals("1")) {
            throw new IllegalArgumentException(
                    "The join link is incomplete: copy the whole line that \"fanlight-relay camera invite\" printed, in quotes");
        }
        if (!isPin(parts[1])
                || !Base32.isEncoded(parts[2], CODE_BITS / 5)
                || !Base32.isEncoded(parts[3], SECRET_BITS / 5)) {
            throw new IllegalArgumentException("The join link contains a typing error: copy it as a whole");
        }
        return new JoinLink(relay, parts[1], parts[2], parts[3]);
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
}
