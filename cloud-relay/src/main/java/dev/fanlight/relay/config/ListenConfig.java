package dev.fanlight.relay.config;

import dev.fanlight.identity.RelayUrl;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where a relay listens. Immutable.
 *
 * @param port TLS port on all addresses, 0 for any free one
 * @param plainPort port without TLS on loopback, if one is configured; 0 for any free one
 * @param publicHost name under which others reach the relay, that of the public URL if only that is configured, empty when neither is
 * @param loops event loops, 0 for one a processor
 */
public record ListenConfig(int port, OptionalInt plainPort, String publicHost, int loops) {

    /** {@code http.port}. */
    public static final Setting<Integer> PORT = new Setting<>(
            "http.port",
            "8443",
            ValueParser.integer(0, 65_535),
            "TLS port for everything, on all addresses; 0 takes any free one.");

    /** {@code http.plain_port}. */
    public static final Setting<Integer> PLAIN_PORT = new Setting<>(
            "http.plain_port",
            "0",
            ValueParser.integer(0, 65_535),
            "Port without TLS for browsers and proxies on this computer, not for agents; 0 is off.");

    /** {@code http.public_host}. */
    public static final Setting<String> PUBLIC_HOST = new Setting<>(
            "http.public_host",
            "",
            ListenConfig::host,
            "Name or address under which others reach this relay; put into links and into the certificate, and answered to without TLS.");

    /** {@code server.loops}. */
    public static final Setting<Integer> LOOPS = new Setting<>(
            "server.loops",
            "0",
            ValueParser.integer(0, 64),
            "Event loops that serve the sockets; 0 is one for each processor.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(PORT, PLAIN_PORT, PUBLIC_HOST, LOOPS);

    /** Reads it from settings. */
    public static ListenConfig of(Settings settings) {
        int plain = settings.get(PLAIN_PORT);
        return new ListenConfig(
                settings.get(PORT),
                plain == 0 ? OptionalInt.empty() : OptionalInt.of(plain),
                settings.get(PUBLIC_HOST).isEmpty()
                        ? settings.get(ProxyConfig.PUBLIC_URL)
                                .map(PublicUrl::bareHost)
                                .orElse("")
                        : settings.get(PUBLIC_HOST),
                settings.get(LOOPS));
    }

    private static String host(String text) {
        if (!text.isEmpty() && !RelayUrl.isHost(text)) {
            throw new IllegalArgumentException("a host name or an address, without https:// and without a port");
        }
        return text;
    }
}
