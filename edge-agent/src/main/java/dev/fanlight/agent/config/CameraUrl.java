package dev.fanlight.agent.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a camera on the network, taken apart so that its credentials are never shown. Passwords in an address may hold
 * {@code @} and {@code /}: the last {@code @} before the host counts. Immutable.
 *
 * @param scheme {@code rtsp}, {@code http} …
 * @param userInfo {@code USER:PASSWORD} as it is written in the address, empty when it holds none
 * @param host name or address, an IPv6 address in brackets
 * @param port 0 for the usual one
 * @param rest path and query
 */
public record CameraUrl(String scheme, String userInfo, String host, int port, String rest) {

    private static final Pattern URL =
            Pattern.compile("([a-z]+)://(?:(.*)@)?(\\[[0-9a-fA-F:.%]+]|[^\\s/?#:@\\[\\]]+)(?::(\\d{1,5}))?([/?].*)?");
    private static final int MAX_PORT = 65_535;

    /** Takes an address apart; empty when it has no host or a port that does not exist. */
    public static Optional<CameraUrl> of(String text) {
        Matcher matcher = URL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        boolean wrongPort = matcher.group(4) != null && (port < 1 || port > MAX_PORT);
        return wrongPort
                ? Optional.empty()
                : Optional.of(new CameraUrl(
                        matcher.group(1), text(matcher.group(2)), matcher.group(3), port, text(matcher.group(5))));
    }

    /** The address for a library, with these credentials instead of its own unless they are empty. */
    public String with(Credentials credentials) {
        String own = credentials.isEmpty()
                ? encoded(userInfo)
                : encode(credentials.user()) + ":" + encode(credentials.password());
        return scheme + "://" + (own.isEmpty() ? "" : own + "@") + authority() + rest;
    }

    /** Whom people know it by: scheme, host and port, without credentials, path and query, which often hold a password, too. */
    public String shown() {
        return scheme + "://" + authority();
    }

    private String authority() {
        return host + (port == 0 ? "" : ":" + port);
    }

    /** What is percent-encoded stays so. */
    private static String encoded(String userInfo) {
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? keepEncoded(userInfo)
                : keepEncoded(userInfo.substring(0, colon)) + ":" + keepEncoded(userInfo.substring(colon + 1));
    }

    private static String keepEncoded(String part) {
        return encode(part).replaceAll("%25(?=[0-9a-fA-F]{2})", "%");
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return "CameraUrl[" + shown() + "]";
    }
}
