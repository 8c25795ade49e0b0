package dev.fanlight.relay.config;

import dev.fanlight.identity.RelayUrl;
import java.util.regex.Pattern;

/**
 * Where others reach a relay that a proxy serves below a path: {@code https://HOST:PORT/PREFIX}. Immutable.
 *
 * @param host name, or address with brackets around IPv6; in lower case
 * @param port from 1 to 65535
 * @param prefix path below which everything is, without a slash at its end; empty at the root
 */
public record PublicUrl(String host, int port, String prefix) {

    private static final int HTTPS_PORT = 443;
    private static final Pattern PLAIN = Pattern.compile("https://[^?#%\\s]+");
    private static final String ALLOWED = "an address like https://example.org/cam/, without a query";

    /**
     * Parses the value of a setting.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    static PublicUrl parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(ALLOWED);
        }
        try {
            RelayUrl url = RelayUrl.parse(text);
            return new PublicUrl(url.bracketedHost(), url.port(), url.prefix());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(ALLOWED, e);
        }
    }

    /** The host as settings and certificates name it: without brackets. */
    public String bareHost() {
        return host.replaceAll("[\\[\\]]", "");
    }

    /** Host and port, without the port of https. */
    public String authority() {
        return port == HTTPS_PORT ? host : host + ":" + port;
    }

    /** As browsers name the origin of its pages. */
    public String origin() {
        return "https://" + authority();
    }
}
