package dev.fanlight.relay.gateway.container;

import dev.fanlight.relay.config.Subnet;
import dev.fanlight.relay.gateway.publication.ContainerFormat;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;

/**
 * What can be set for containers by TCP, one port for each camera. Immutable.
 *
 * @param port where it listens
 * @param format what is sent there
 * @param key publish key of the camera, since peers can show none
 * @param sources networks that may connect; all others are closed at once
 */
public record TcpConfig(int port, ContainerFormat format, String key, List<Subnet> sources) {

    private static final int MAX_PORT = 65_535;

    /** {@code tcp_port}. */
    public static final Setting<Integer> PORT = new Setting<>(
            "tcp_port",
            "0",
            ValueParser.integer(0, MAX_PORT),
            "Port of a gateway of the kind tcp, on which one camera publishes without a key and without TLS.");

    /** {@code format}. */
    public static final Setting<String> FORMAT = new Setting<>(
            "format",
            "mpegts",
            text -> ContainerFormat.ofName(text).ffmpegName(),
            "Container that is sent to tcp_port: " + ContainerFormat.names() + ".");

    /** {@code publish_key}. */
    public static final Setting<String> KEY = Setting.secret(
            "publish_key",
            "Publish key of the camera that is published at tcp_port, since the peers themselves show none.");

    /** {@code sources}. */
    public static final Setting<List<Subnet>> SOURCES = new Setting<>(
            "sources",
            "127.0.0.1,::1",
            text -> Subnet.parseAll(ValueParser.list().parse(text)),
            "Addresses and networks that may connect to tcp_port; all others are closed at once.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(PORT, FORMAT, KEY, SOURCES);

    /** Reads it from settings. */
    static TcpConfig of(Settings settings) {
        return new TcpConfig(
                settings.get(PORT),
                ContainerFormat.ofName(settings.get(FORMAT)),
                settings.get(KEY),
                settings.get(SOURCES));
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return "TcpConfig[port=" + port + ", format=" + format + "]";
    }
}
