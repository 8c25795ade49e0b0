package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;
import java.util.OptionalInt;

/**
 * The ports of a gateway that has its own. Immutable.
 *
 * @param port without TLS; 0 when there is none
 * @param tlsPort with TLS; 0 when there is none
 */
public record TcpConfig(int port, int tlsPort) {

    private static final int MAX_PORT = 65_535;

    /** {@code port}. */
    public static final Setting<OptionalInt> PORT = new Setting<>(
            "port",
            "",
            TcpConfig::port,
            "Port of the gateway without TLS, where keys and video can be read on the network path; empty is the protocol's usual one"
                    + " (rtmp 1935, rtsp 8554), 0 opens none. For webrtc the UDP port of its peers (8189), and for srt that of its callers (8890): their"
                    + " media is always encrypted.");

    /** {@code tls_port}. */
    public static final Setting<Integer> TLS_PORT = new Setting<>(
            "tls_port",
            "0",
            ValueParser.integer(0, MAX_PORT),
            "Port of the gateway with TLS (rtmps:// usually 443 or 1936, rtsps:// 322 or 8322) and the relay's certificate; 0 opens none.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(PORT, TLS_PORT);

    /**
     * Reads it from settings.
     *
     * @param usualPort of the protocol without TLS
     */
    public static TcpConfig of(Settings settings, int usualPort) {
        return new TcpConfig(settings.get(PORT).orElse(usualPort), settings.get(TLS_PORT));
    }

    private static OptionalInt port(String text) {
        return text.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(ValueParser.integer(0, MAX_PORT).parse(text));
    }
}
