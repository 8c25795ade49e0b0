package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;

/**
 * What can be set for RTMP. Immutable.
 *
 * @param port without TLS; 0 when there is none
 * @param tlsPort with TLS; 0 when there is none
 */
public record RtmpConfig(int port, int tlsPort) {

    private static final int MAX_PORT = 65_535;

    /** {@code port}. */
    public static final Setting<Integer> PORT = new Setting<>(
            "port",
            "1935",
            ValueParser.integer(0, MAX_PORT),
            "Port of the gateway without TLS, where keys and video can be read on the network path; 0 opens none.");

    /** {@code tls_port}. */
    public static final Setting<Integer> TLS_PORT = new Setting<>(
            "tls_port",
            "0",
            ValueParser.integer(0, MAX_PORT),
            "Port of the gateway with TLS (rtmps://, usually 443 or 1936) and the relay's certificate; 0 opens none.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(PORT, TLS_PORT);

    /** Reads it from settings. */
    static RtmpConfig of(Settings settings) {
        return new RtmpConfig(settings.get(PORT), settings.get(TLS_PORT));
    }
}
