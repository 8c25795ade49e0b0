package dev.fanlight.relay.config;

import java.util.Locale;
import java.util.regex.Matcher;
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
    private static final int MAX_PORT = 65_535;

    private static final Pattern URL = Pattern.compile(
            "https://([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?((?:/[A-Za-z0-9._~-]{1,64}){0,8})/?");

    /**
     * Parses the value of a setting.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    static PublicUrl parse(String text) {
        Matcher url = URL.matcher(text);
        int port = !url.matches() ? 0 : url.group(2) == null ? HTTPS_PORT : Integer.parseInt(url.group(2));
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("an address like https://example.org/cam/, without a query");
        }
        return new PublicUrl(url.group(1).toLowerCase(Locale.ROOT), port, url.group(3));
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
