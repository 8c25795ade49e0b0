package dev.fanlight.relay.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A PostgreSQL server, the database on it, and the credentials for it. Immutable; its text form hides the password.
 *
 * @param host name or address; an IPv6 address in brackets
 * @param port TCP port, 1 to 65,535
 * @param database name of the database
 * @param user who logs in, or the driver's default
 * @param password the user's, if one is needed
 * @param properties TLS options of the driver, of those named in {@link #PROPERTIES}
 */
public record PostgresUrl(
        String host,
        int port,
        String database,
        Optional<String> user,
        Optional<String> password,
        Map<String, String> properties) {

    /** The driver's options that a URL may carry. */
    public static final Set<String> PROPERTIES = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    private static final int STANDARD_PORT = 5432;
    private static final int MAX_LENGTH = 2_000;
    private static final String EXPECTED =
            "postgresql://USER:PASSWORD@HOST/DATABASE or jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD";

    /** Copies the properties. */
    public PostgresUrl {
        properties = Map.copyOf(properties);
    }

    /**
     * Reads a URL of libpq's form (PostgreSQL 15 manual, 34.1.1.2, one host) or of the JDBC driver's.
     *
     * @throws IllegalArgumentException with a message that goes on after “must be” and repeats nothing of the text, which holds a password
     */
    public static PostgresUrl parse(String text) {
        String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        if (text.length() > MAX_LENGTH || !url.matches("(?s)postgres(ql)?://.*")) {
            throw new IllegalArgumentException(EXPECTED);
        }
        try {
            return of(new URI(url));
        } catch (URISyntaxException e) {
            // Its message repeats the URL, and so it is not the cause either.
            throw new IllegalArgumentException(EXPECTED + ", with %-escapes for what a URL cannot hold");
        }
    }

    private static PostgresUrl of(URI uri) {
        String host = uri.getHost();
        String path = uri.getPath();
        int port = uri.getPort() == -1 ? STANDARD_PORT : uri.getPort();
        if (host == null || path == null || path.length() < 2 || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(EXPECTED);
        }
        Map<String, String> query = query(Optional.ofNullable(uri.getRawQuery()).orElse(""));
        String[] login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        Optional<String> user = Optional.of(decode(login[0])).filter(name -> !name.isEmpty());
        Optional<String> password = login.length > 1 ? Optional.of(decode(login[1])) : Optional.empty();
        Optional<String> queryUser = Optional.ofNullable(query.remove("user"));
        Optional<String> queryPassword = Optional.ofNullable(query.remove("password"));
        if (!PROPERTIES.containsAll(query.keySet())) {
            throw new IllegalArgumentException(EXPECTED + ", with no other options than "
                    + String.join(", ", new java.util.TreeSet<>(PROPERTIES)));
        }
        return new PostgresUrl(
                host, port, path.substring(1), user.or(() -> queryUser), password.or(() -> queryPassword), query);
    }

    private static Map<String, String> query(String query) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The URL with {@code ***} for the password. */
    @Override
    public String toString() {
        String login = user.map(name -> name + password.map(secret -> ":***").orElse("") + "@")
                .orElse("");
        return "postgresql://" + login + host + ":" + port + "/" + database;
    }
}
