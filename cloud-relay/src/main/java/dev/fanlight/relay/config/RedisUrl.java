package dev.fanlight.relay.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A Redis server, the database on it, and the credentials for it. Immutable; its text form hides the password.
 *
 * @param tls whether the connection is made by TLS, and the server’s name checked
 * @param host name or address; an IPv6 address in brackets
 * @param port TCP port, 1 to 65,535
 * @param database number of the database, 0 to 15
 * @param user who logs in, or the default user
 * @param password the user's, if one is needed
 */
public record RedisUrl(
        boolean tls, String host, int port, int database, Optional<String> user, Optional<String> password) {

    private static final int STANDARD_PORT = 6379;
    private static final int MAX_LENGTH = 2_000;
    private static final String EXPECTED = "redis://USER:PASSWORD@HOST/DATABASE, or rediss:// for TLS";

    /**
     * Reads a URL of the form that Redis clients share.
     *
     * @throws IllegalArgumentException with a message that goes on after “must be” and repeats nothing of the text, which holds a password
     */
    public static RedisUrl parse(String text) {
        if (text.length() > MAX_LENGTH || !text.matches("(?s)rediss?://.*")) {
            throw new IllegalArgumentException(EXPECTED);
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException e) {
            // Its message repeats the URL, and so it is not the cause either.
            throw new IllegalArgumentException(EXPECTED + ", with %-escapes for what a URL cannot hold");
        }
    }

    private static RedisUrl of(URI uri) {
        String path = Optional.ofNullable(uri.getPath()).orElse("");
        int port = uri.getPort() == -1 ? STANDARD_PORT : uri.getPort();
        if (uri.getHost() == null
                || port < 1
                || port > 65_535
                || !path.matches("(/(\\d|1[0-5])?)?")
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        String[] login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        return new RedisUrl(
                uri.getScheme().equals("rediss"),
                uri.getHost(),
                port,
                path.length() < 2 ? 0 : Integer.parseInt(path.substring(1)),
                Optional.of(decode(login[0])).filter(name -> !name.isEmpty()),
                login.length > 1 ? Optional.of(decode(login[1])) : Optional.empty());
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The URL without its credentials. */
    public String server() {
        return (tls ? "rediss://" : "redis://") + host + ":" + port + "/" + database;
    }

    /** As {@link #server()}. */
    @Override
    public String toString() {
        return server();
    }
}
