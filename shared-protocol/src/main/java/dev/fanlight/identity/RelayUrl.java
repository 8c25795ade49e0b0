package dev.fanlight.identity;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of a relay: {@code wss://HOST[:PORT][/PREFIX]}. {@link java.net.URI} is not used because it knows no host with an underscore or
 * in Unicode. Immutable.
 *
 * @param host lower-case host name in ASCII (RFC 5890), IPv4 address, or IPv6 address without brackets
 * @param port 1–65535
 * @param prefix path under which a reverse proxy serves the relay: empty, or {@code /cam} without a slash at its end
 */
public record RelayUrl(String host, int port, String prefix) {

    /** Port when an address names none. */
    public static final int DEFAULT_PORT = 443;

    private static final int MAX_PORT = 65_535;
    private static final int MAX_PREFIX = 200;
    private static final Pattern URL = Pattern.compile("(?i)(?:wss|https)://([^/?#]*)([^?#]*)(?:[?#].*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^]]*]|[^:\\[\\]]*)(?::(\\d{0,5}))?");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9._:\\[\\]-]*[A-Za-z0-9._\\]-]");
    private static final Pattern NAME = Pattern.compile("(?!-)[a-z0-9_-]{1,63}(?:\\.(?!-)[a-z0-9_-]{1,63})*\\.?");
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");
    private static final int MAX_NAME = 253;

    /**
     * Parses an address. What follows {@code ?} or {@code #} is ignored; {@code https://} is taken for {@code wss://}.
     *
     * @throws IllegalArgumentException with a message for the user if it is not one
     */
    public static RelayUrl parse(String text) {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            throw new IllegalArgumentException("The address of a relay begins with wss:// and its host name");
        }
        if (url.group(1).contains("@")) {
            throw new IllegalArgumentException("The address of a relay contains no user name or password");
        }
        Matcher authority = AUTHORITY.matcher(url.group(1));
        if (!authority.matches()) {
            throw new IllegalArgumentException(
                    "The host in the relay's address is mistyped; an IPv6 address is written in brackets, like wss://[2001:db8::1]");
        }
        return new RelayUrl(
                host(authority.group(1)), port(Optional.ofNullable(authority.group(2))), prefix(url.group(2)));
    }

    /**
     * Host and port as a {@code Host} header and the links of a relay have them: in ASCII, and without a zone. The only place that decides
     * what is a host.
     *
     * @return empty if it is anything else; with {@link #DEFAULT_PORT} if it names no port
     */
    public static Optional<RelayUrl> ofAuthority(String text) {
        if (!HEADER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse("wss://" + text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is a host without a port, in ASCII; IPv6 without brackets. */
    public static boolean isHost(String text) {
        return ofAuthority(text.contains(":") ? "[" + text + "]" : text).isPresent();
    }

    /** Host and, unless it is 443, port, as in an HTTP {@code Host} header. */
    public String authority() {
        return port == DEFAULT_PORT ? bracketedHost() : bracketedHost() + ":" + port;
    }

    /** Host, an IPv6 address in brackets. */
    public String bracketedHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Host and port, for messages. */
    public String hostAndPort() {
        return bracketedHost() + ":" + port;
    }

    /** {@code wss://HOST[:PORT][/PREFIX]}. */
    @Override
    public String toString() {
        return "wss://" + authority() + prefix;
    }

    private static String host(String text) {
        if (text.startsWith("[")) {
            return address(text.substring(1, text.length() - 1));
        }
        String name = ascii(text);
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    name.isEmpty()
                            ? "The address of a relay begins with wss:// and its host name"
                            : "\"" + text + "\" is not a host name");
        }
        return name;
    }

    private static String ascii(String text) {
        try {
            return IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a host name", e);
        }
    }

    // The colon keeps getByName() from looking up a name.
    private static String address(String text) {
        try {
            if (text.contains(":") && InetAddress.getByName(text).getAddress().length > 0) {
                return text.toLowerCase(Locale.ROOT);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IPv6 address", e);
        }
        throw new IllegalArgumentException("\"" + text + "\" is not an IPv6 address");
    }

    private static int port(Optional<String> digits) {
        String text = digits.orElse("");
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        int port = Integer.parseInt(text);
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("The port in the relay's address is not between 1 and 65535");
        }
        return port;
    }

    private static String prefix(String path) {
        String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (prefix.length() > MAX_PREFIX || !PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("The path in the relay's address is mistyped");
        }
        return prefix;
    }
}
