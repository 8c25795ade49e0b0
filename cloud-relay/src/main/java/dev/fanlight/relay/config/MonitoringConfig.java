package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Optional;

/**
 * Where monitoring systems ask. Immutable.
 *
 * @param listen the address and port; without one nothing is served
 */
public record MonitoringConfig(Optional<Listen> listen) {

    private static final String SENTENCE = "an address in digits and a port, like 127.0.0.1:9464, or empty";
    private static final int MAX_PORT = 65_535;

    /** {@code admin.listen}. */
    public static final Setting<Optional<Listen>> LISTEN = new Setting<>(
            "admin.listen",
            "",
            MonitoringConfig::parse,
            "Address and port without TLS and without a password for monitoring systems (/metrics, /healthz, /readyz, /debug/state), like"
                    + " 127.0.0.1:9464; empty is off.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(LISTEN);

    /**
     * An address to listen on.
     *
     * @param address in digits
     * @param port 0–65535, 0 for any free one
     */
    public record Listen(String address, int port) {}

    /** Reads it from settings. */
    public static MonitoringConfig of(Settings settings) {
        return new MonitoringConfig(settings.get(LISTEN));
    }

    private static Optional<Listen> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        int colon = text.lastIndexOf(':');
        String address = colon < 0 ? "" : text.substring(0, colon);
        String port = text.substring(colon + 1);
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        String bare = bracketed ? address.substring(1, address.length() - 1) : address;
        boolean known = bracketed ? NetUtil.isValidIpV6Address(bare) : NetUtil.isValidIpV4Address(bare);
        if (!known || !port.matches("\\d{1,5}") || Integer.parseInt(port) > MAX_PORT) {
            throw new IllegalArgumentException(SENTENCE);
        }
        return Optional.of(new Listen(bare, Integer.parseInt(port)));
    }
}
