package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.ValueParser;
import java.time.Duration;
import java.util.List;

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
            "Port without TLS for browsers and proxies on this computer, never for agents; 0 is off.");

    /** See its meaning. */
    public static final Setting<String> PUBLIC_HOST = new Setting<>(
            "http.public_host",
            "",
            RelaySettings::host,
            "Name or address under which others reach this relay; put into links and into the certificate.");

    /** See its meaning. */
    public static final Setting<List<Subnet>> TRUSTED_PROXIES = new Setting<>(
            "http.trusted_proxies",
            "",
            text -> Subnet.parseAll(ValueParser.list().parse(text)),
            "Addresses or ranges of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, with commas between.");

    /** See its meaning. */
    public static final Setting<ServerKeyMode> SERVER_KEY = new Setting<>(
            "tls.server_key",
            "own",
            ValueParser.oneOf(ServerKeyMode.class),
            "Whose certificate agents see: own, or webpki when a proxy in front shows one that the system knows.");

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
    public static final Setting<Integer> LOOPS = new Setting<>(
            "server.loops",
            "0",
            ValueParser.integer(0, 64),
            "Event loops that serve the sockets; 0 is one for each processor.");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(
            PORT,
            PLAIN_PORT,
            PUBLIC_HOST,
            TRUSTED_PROXIES,
            SERVER_KEY,
            MAX_VIEWERS,
            MAX_CAMERAS,
            SOCKETS_PER_ADDRESS,
            CONNECTS_PER_MINUTE,
            TRIES_PER_MINUTE,
            CHAT_KEEP,
            CHAT_LINES,
            LOOPS);

    private RelaySettings() {}

    private static String host(String text) {
        if (!text.matches("[A-Za-z0-9.:-]{0,253}")) {
            throw new IllegalArgumentException("a host name or an address, without https:// and without a port");
        }
        return text;
    }
}
