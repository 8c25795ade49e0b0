package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be set for RTSP. Immutable.
 *
 * @param tcp the ports of the requests
 * @param udpPort from which packets are sent by UDP, with the one behind it for reports; 0 when they are not
 */
public record RtspConfig(TcpConfig tcp, int udpPort) {

    private static final int USUAL_PORT = 8554;
    private static final int MAX_UDP_PORT = 65_534;

    /** {@code udp_port}. */
    public static final Setting<Integer> UDP_PORT = new Setting<>(
            "udp_port",
            "0",
            RtspConfig::udpPort,
            "Port from which a gateway of RTSP sends video by UDP to players that want that, unencrypted, with the next one for its reports;"
                    + " 0 sends by TCP only.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = settings();

    /** Reads it from settings. */
    static RtspConfig of(Settings settings) {
        return new RtspConfig(TcpConfig.of(settings, USUAL_PORT), settings.get(UDP_PORT));
    }

    private static List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(TcpConfig.SETTINGS);
        settings.add(UDP_PORT);
        return List.copyOf(settings);
    }

    private static int udpPort(String text) {
        int port = ValueParser.integer(0, MAX_UDP_PORT).parse(text);
        if (port % 2 != 0) {
            throw new IllegalArgumentException("an even number from 0 to " + MAX_UDP_PORT);
        }
        return port;
    }
}
