package dev.fanlight.relay.log;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one request or one socket session in log lines, answers and cards, so that a user can quote it to the operator. It is no secret
 * and says nothing about who asked. Immutable.
 *
 * @param text 8–64 letters, digits, {@code .}, {@code _} and {@code -}, beginning with a letter or digit
 */
public record RequestId(String text) {

    /** The header that carries it, in answers and from a proxy. */
    public static final String HEADER = "X-Request-Id";

    /** Most characters of an id that a proxy has given. */
    public static final int MAX_CHARS = 64;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7," + (MAX_CHARS - 1) + "}");

    /** Refuses what is not well formed. */
    public RequestId {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("not a request id");
        }
    }

    /** The id that stands in a header; empty when that is not well formed. */
    public static Optional<RequestId> parse(String header) {
        return isWellFormed(header) ? Optional.of(new RequestId(header)) : Optional.empty();
    }

    private static boolean isWellFormed(String text) {
        return text.length() <= MAX_CHARS && FORM.matcher(text).matches();
    }
}
