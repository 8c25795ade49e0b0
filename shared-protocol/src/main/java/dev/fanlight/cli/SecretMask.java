package dev.fanlight.cli;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Replaces secrets in what people read by {@value #MASK}: passwords and names in addresses, keys in links and in addresses of RTMP and SRT, passwords and tokens with a name in
 * front. The one place that knows what a secret looks like; every error message, log line and line of a running program goes through it.
 * Stateless, thread safe.
 */
public final class SecretMask {

    /** What stands for a secret. */
    public static final String MASK = "***";

    /** What help texts say, and credentials whose password is masked already, up to the end of the address. */
    private static final String HARMLESS = "(?:USER:PASSWORD|[^\\s\"'<>:/@]*:\\*{3})@[^\\s\"'<>@]*(?![^\\s\"'<>])";

    /** {@code scheme://USER:PASSWORD@}; a password may hold anything but blanks and quotes, further {@code @} and {@code /} too. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)(?!" + HARMLESS + ")[^\\s\"'<>]*@");

    /** {@code scheme://…#KEY}: links carry their key there. */
    private static final Pattern FRAGMENT =
            Pattern.compile("(\\b[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s\"'<>#]*#)[^\\s\"'<>]+");

    /** {@code rtmp://HOST/APP/KEY}: publishers show their key there. */
    private static final Pattern STREAM_KEY =
            Pattern.compile("(\\brtmps?://[^\\s\"'<>/]+/[^\\s\"'<>/]+/)(?!KEY(?![^\\s\"'<>]))[^\\s\"'<>]+");

    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b((?:[a-z_]*password|passwd|pwd|[a-z_]*token|[a-z_]*secret)\\s*=\\s*)(?!PASSWORD\\b)[^\\s\"'&;,]+");

    /** In addresses of SRT; unlike other values they may hold commas, of which Access Control is made. */
    private static final Pattern SRT =
            Pattern.compile("(?i)\\b((?:passphrase|streamid)\\s*=\\s*)(?!(?:ID|PASSPHRASE)\\b)[^\\s\"'&<>]+");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s+)[^\\s\"',]+");

    private SecretMask() {}

    /** A text without the secrets in it. */
    public static String text(String text) {
        String masked = CREDENTIALS.matcher(text).replaceAll(MASK + "@");
        masked = FRAGMENT.matcher(masked).replaceAll("$1" + MASK);
        masked = STREAM_KEY.matcher(masked).replaceAll("$1" + MASK);
        masked = SRT.matcher(masked).replaceAll("$1" + MASK);
        masked = NAMED.matcher(masked).replaceAll("$1" + MASK);
        return BEARER.matcher(masked).replaceAll("$1" + MASK);
    }

    /** The value of a setting without the secrets in it: whatever stands in front of its last {@code @} is one, blanks and quotes too. */
    public static String value(String value) {
        int at = value.lastIndexOf('@');
        if (at < 0) {
            return text(value);
        }
        int scheme = value.indexOf("://");
        String kept = scheme >= 0 && scheme < at ? value.substring(0, scheme + 3) : "";
        return text(kept + MASK + value.substring(at));
    }

    /** Has a log handler mask what its formatter has made, messages and stack traces alike. */
    public static void install(Handler handler) {
        handler.setFormatter(new Masking(handler.getFormatter()));
    }

    private static final class Masking extends Formatter {

        private final Formatter inner;

        Masking(Formatter inner) {
            this.inner = inner;
        }

        @Override
        public String format(LogRecord entry) {
            return text(inner.format(entry));
        }

        @Override
        public String getHead(Handler handler) {
            return inner.getHead(handler);
        }

        @Override
        public String getTail(Handler handler) {
            return inner.getTail(handler);
        }
    }
}
