package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Optional;

/**
 * Which proxies are in front of a relay, and who else may connect without TLS. Immutable.
 *
 * @param behind whether all clients connect through a proxy, which terminates TLS
 * @param trusted whose forwarded headers are believed
 * @param plainAddress where the port without TLS is open, in digits
 * @param insecure whether that may be another address than loopback
 * @param publicUrl where others reach the proxy, if it is configured
 */
public record ProxyConfig(
        boolean behind, List<Subnet> trusted, String plainAddress, boolean insecure, Optional<PublicUrl> publicUrl) {

    /** {@code http.public_url}. */
    public static final Setting<Optional<PublicUrl>> PUBLIC_URL = new Setting<>(
            "http.public_url",
            "",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(PublicUrl.parse(text)),
            "Address under which a proxy serves this relay, like https://example.org/cam/; put into links in place of http.public_host.");

    /** {@code http.plain_address}. */
    public static final Setting<String> PLAIN_ADDRESS = new Setting<>(
            "http.plain_address",
            "127.0.0.1",
            ProxyConfig::address,
            "Where http.plain_port is open, in digits; anything but loopback needs http.insecure=true.");

    /** {@code http.insecure}. */
    public static final Setting<Boolean> INSECURE = new Setting<>(
            "http.insecure",
            "false",
            ValueParser.BOOLEAN,
            "true lets http.plain_port be open to other computers, with a warning every minute: anyone on the network path can watch.");

    /** {@code http.behind_proxy}. */
    public static final Setting<Boolean> BEHIND_PROXY = new Setting<>(
            "http.behind_proxy",
            "false",
            ValueParser.BOOLEAN,
            "true when all clients, agents too, connect through a proxy that terminates TLS: only http.plain_port is open then (8080 if 0).");

    /** {@code http.trusted_proxies}. */
    public static final Setting<List<Subnet>> TRUSTED_PROXIES = new Setting<>(
            "http.trusted_proxies",
            "",
            text -> Subnet.parseAll(ValueParser.list().parse(text)),
            "Addresses or ranges of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, with commas between.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS =
            List.of(PUBLIC_URL, PLAIN_ADDRESS, INSECURE, BEHIND_PROXY, TRUSTED_PROXIES);

    /** The port without TLS behind a proxy when none is configured. */
    public static final int STANDARD_PORT = 8080;

    /** Copies the list. */
    public ProxyConfig {
        trusted = List.copyOf(trusted);
    }

    /** Reads it from settings. */
    public static ProxyConfig of(Settings settings) {
        return new ProxyConfig(
                settings.get(BEHIND_PROXY),
                settings.get(TRUSTED_PROXIES),
                settings.get(PLAIN_ADDRESS),
                settings.get(INSECURE),
                settings.get(PUBLIC_URL));
    }

    private static String address(String text) {
        if (!NetUtil.isValidIpV4Address(text) && !NetUtil.isValidIpV6Address(text)) {
            throw new IllegalArgumentException("an address in digits, like 127.0.0.1 or ::1");
        }
        return text;
    }
}
