package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.ValueParser;
import io.netty.util.NetUtil;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every setting of the relay: the only place where the keys exist. */
public final class RelaySettings {

    /** See its meaning. */
    public static final Setting<Integer> PORT = new Setting<>(
            "http.port",
            "8443",
            ValueParser.integer(0, 65_535),
            "TLS port for everything, on all addresses; 0 takes any free one.");

    /** See its meaning. */
    public static final Setting<Integer> PLAIN_PORT = new Setting<>(
            "http.plain_port",
            "0",
            ValueParser.integer(0, 65_535),
            "Port without TLS for browsers and proxies on this computer, not for agents; 0 is off.");

    /** See its meaning. */
    public static final Setting<String> PUBLIC_HOST = new Setting<>(
            "http.public_host",
            "",
            RelaySettings::host,
            "Name or address under which others reach this relay; put into links and into the certificate, and answered to without TLS.");

    /** See its meaning. */
    public static final Setting<String> PLAIN_ADDRESS = new Setting<>(
            "http.plain_address",
            "127.0.0.1",
            RelaySettings::address,
            "Where http.plain_port is open, in digits; anything but loopback needs http.insecure=true.");

    /** See its meaning. */
    public static final Setting<Boolean> INSECURE = new Setting<>(
            "http.insecure",
            "false",
            ValueParser.BOOLEAN,
            "true lets http.plain_port be open to other computers, with a warning every minute: everybody on the way can watch.");

    /** See its meaning. */
    public static final Setting<Boolean> BEHIND_PROXY = new Setting<>(
            "http.behind_proxy",
            "false",
            ValueParser.BOOLEAN,
            "true when everybody, agents too, comes through a proxy that has TLS: only http.plain_port is open then (8080 if 0).");

    /** See its meaning. */
    public static final Setting<List<Subnet>> TRUSTED_PROXIES = new Setting<>(
            "http.trusted_proxies",
            "",
            text -> Subnet.parseAll(ValueParser.list().parse(text)),
            "Addresses or ranges of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, with commas between.");

    /** See its meaning. */
    public static final Setting<TlsMode> TLS_MODE = new Setting<>(
            "tls.mode",
            "own",
            ValueParser.oneOf(TlsMode.class),
            "Where the certificate comes from: own (the relay's own authority), files, or acme (Let's Encrypt and others).");

    /** See its meaning. */
    public static final Setting<String> TLS_CERTIFICATE = new Setting<>(
            "tls.certificate",
            "",
            ValueParser.TEXT,
            "With tls.mode=files: PEM file with the certificate, then those of its authorities; read again when it changes.");

    /** See its meaning. */
    public static final Setting<String> TLS_KEY = new Setting<>(
            "tls.key",
            "",
            ValueParser.TEXT,
            "With tls.mode=files: PEM file with the certificate's RSA or EC key, without a passphrase.");

    /** See its meaning. */
    public static final Setting<ServerKeyMode> SERVER_KEY = new Setting<>(
            "tls.server_key",
            "own",
            ValueParser.oneOf(ServerKeyMode.class),
            "Whose certificate agents see with tls.mode=own: own, or webpki when a proxy in front shows one that the system knows.");

    /** See its meaning. */
    public static final Setting<URI> ACME_DIRECTORY = new Setting<>(
            "acme.directory",
            "acme://letsencrypt.org",
            RelaySettings::directory,
            "With tls.mode=acme: the authority's directory, as https://… or as acme:// and a name that acme4j knows.");

    /** See its meaning. */
    public static final Setting<String> ACME_EMAIL = new Setting<>(
            "acme.email",
            "",
            RelaySettings::email,
            "With tls.mode=acme: where the authority may write to when something is wrong.");

    /** See its meaning. */
    public static final Setting<Boolean> ACME_ACCEPT_TERMS = new Setting<>(
            "acme.accept_terms",
            "false",
            ValueParser.BOOLEAN,
            "With tls.mode=acme: true when you accept the authority's terms, without which it issues nothing.");

    /** See its meaning. */
    public static final Setting<List<String>> ACME_NAMES = new Setting<>(
            "acme.names",
            "",
            RelaySettings::names,
            "With tls.mode=acme: more names for the certificate besides http.public_host, with commas between.");

    /** See its meaning. */
    public static final Setting<Integer> ACME_HTTP_PORT = new Setting<>(
            "acme.http_port",
            "80",
            ValueParser.integer(0, 65_535),
            "With tls.mode=acme: port without TLS where the authority's checks arrive; everything else there is sent to https.");

    /** See its meaning. */
    public static final Setting<String> ACME_TRUST = new Setting<>(
            "acme.trust",
            "",
            ValueParser.TEXT,
            "With tls.mode=acme: PEM file with the authority behind the directory's own certificate, for private authorities.");

    /** See its meaning. */
    public static final Setting<Integer> MAX_VIEWERS = new Setting<>(
            "limits.viewers",
            "2000",
            ValueParser.integer(1, 100_000),
            "Most people who watch at the same time, all cameras together.");

    /** See its meaning. */
    public static final Setting<Integer> MAX_CAMERAS = new Setting<>(
            "limits.cameras",
            "200",
            ValueParser.integer(1, 10_000),
            "Most cameras that are watched or published while the relay runs.");

    /** See its meaning. */
    public static final Setting<Integer> SOCKETS_PER_ADDRESS = new Setting<>(
            "limits.sockets_per_address",
            "50",
            ValueParser.integer(1, 100_000),
            "Most sockets, of players and agents together, that one address (IPv6: one /64) has open.");

    /** See its meaning. */
    public static final Setting<Integer> CONNECTIONS_PER_ADDRESS = new Setting<>(
            "limits.connections_per_address",
            "100",
            ValueParser.integer(1, 100_000),
            "Most connections that are no sockets and that one address (IPv6: one /64) has open; a trusted proxy may have more.");

    /** See its meaning. */
    public static final Setting<Integer> CONNECTS_PER_MINUTE = new Setting<>(
            "limits.connects_per_minute",
            "20",
            ValueParser.integer(1, 1_000_000),
            "Most sockets that one address opens in a minute, and half as many more at once.");

    /** See its meaning. */
    public static final Setting<Integer> TRIES_PER_MINUTE = new Setting<>(
            "limits.tries_per_minute",
            "10",
            ValueParser.integer(1, 100_000),
            "Most join codes and wrong links that one address tries in a minute; in an hour, six times as many wrong links.");

    /** See its meaning. */
    public static final Setting<Duration> CHAT_KEEP =
            new Setting<>("chat.keep", "24h", ValueParser.DURATION, "How long chat lines are kept.");

    /** See its meaning. */
    public static final Setting<Integer> CHAT_LINES = new Setting<>(
            "chat.lines",
            "10000",
            ValueParser.integer(100, 1_000_000),
            "Most chat lines that are kept for one camera.");

    /** See its meaning. */
    public static final Setting<Duration> MERGE_DELAY = new Setting<>(
            "fanout.merge_delay",
            "66ms",
            RelaySettings::mergeDelay,
            "How long a picture may wait when the relay is busy, so that two or three go out at once; at most 1s, 0ms never waits.");

    /** See its meaning. */
    public static final Setting<Integer> LOOPS = new Setting<>(
            "server.loops",
            "0",
            ValueParser.integer(0, 64),
            "Event loops that serve the sockets; 0 is one for each processor.");

    /** See its meaning. */
    public static final Setting<Optional<PostgresUrl>> STORE_URL = new Setting<>(
            "store.url",
            "",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(PostgresUrl.parse(text)),
            "Where cameras, links, devices and chats are kept: empty for an SQLite file in the state folder, or a PostgreSQL database as postgresql://USER:PASSWORD@HOST/DATABASE.",
            true);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(
            PORT,
            PLAIN_PORT,
            PUBLIC_HOST,
            PLAIN_ADDRESS,
            INSECURE,
            BEHIND_PROXY,
            TRUSTED_PROXIES,
            TLS_MODE,
            TLS_CERTIFICATE,
            TLS_KEY,
            SERVER_KEY,
            ACME_DIRECTORY,
            ACME_EMAIL,
            ACME_ACCEPT_TERMS,
            ACME_NAMES,
            ACME_HTTP_PORT,
            ACME_TRUST,
            MAX_VIEWERS,
            MAX_CAMERAS,
            SOCKETS_PER_ADDRESS,
            CONNECTIONS_PER_ADDRESS,
            CONNECTS_PER_MINUTE,
            TRIES_PER_MINUTE,
            CHAT_KEEP,
            CHAT_LINES,
            MERGE_DELAY,
            STORE_URL,
            LOOPS);

    private static final int MAX_NAMES = 32;

    private RelaySettings() {}

    private static List<String> names(String text) {
        List<String> names = ValueParser.list().parse(text);
        if (names.size() > MAX_NAMES || !names.stream().allMatch(name -> name.matches("[A-Za-z0-9.-]{1,253}"))) {
            throw new IllegalArgumentException("at most " + MAX_NAMES + " host names with commas between");
        }
        return names;
    }

    private static Duration mergeDelay(String text) {
        Duration delay = ValueParser.DURATION.parse(text);
        if (delay.toMillis() > 1_000) {
            throw new IllegalArgumentException("at most 1s");
        }
        return delay;
    }

    private static String address(String text) {
        if (!NetUtil.isValidIpV4Address(text) && !NetUtil.isValidIpV6Address(text)) {
            throw new IllegalArgumentException("an address in digits, like 127.0.0.1 or ::1");
        }
        return text;
    }

    private static URI directory(String text) {
        if (!text.matches("(https|acme)://[A-Za-z0-9.:-]+[A-Za-z0-9./_~-]*")) {
            throw new IllegalArgumentException("an address that begins with https:// or acme://");
        }
        return URI.create(text);
    }

    private static String email(String text) {
        if (!text.matches("([^\\s@,;?]+@[^\\s@,;?]+)?")) {
            throw new IllegalArgumentException("one e-mail address");
        }
        return text;
    }

    private static String host(String text) {
        if (!text.matches("[A-Za-z0-9.:-]{0,253}")) {
            throw new IllegalArgumentException("a host name or an address, without https:// and without a port");
        }
        return text;
    }
}
