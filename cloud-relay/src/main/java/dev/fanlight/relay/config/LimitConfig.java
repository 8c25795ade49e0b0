package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.ValueParser;
import java.util.List;

/**
 * Limits of a relay. Immutable.
 *
 * @param viewers most viewers at a time
 * @param cameras most streams
 * @param socketsPerAddress most sockets that one address has open
 * @param connectionsPerAddress most other connections that one address has open
 * @param connectsPerMinute most sockets that one address opens a minute
 * @param triesPerMinute most wrong links and join codes that one address tries a minute
 */
public record LimitConfig(
        int viewers,
        int cameras,
        int socketsPerAddress,
        int connectionsPerAddress,
        int connectsPerMinute,
        int triesPerMinute) {

    /** {@code limits.viewers}. */
    public static final Setting<Integer> VIEWERS = new Setting<>(
            "limits.viewers",
            "2000",
            ValueParser.integer(1, 100_000),
            "Most viewers at the same time, all cameras together.");

    /** {@code limits.cameras}. */
    public static final Setting<Integer> CAMERAS = new Setting<>(
            "limits.cameras",
            "200",
            ValueParser.integer(1, 10_000),
            "Most cameras that are watched or published while the relay runs.");

    /** {@code limits.sockets_per_address}. */
    public static final Setting<Integer> SOCKETS_PER_ADDRESS = new Setting<>(
            "limits.sockets_per_address",
            "50",
            ValueParser.integer(1, 100_000),
            "Most sockets, of players and agents together, that one address (IPv6: one /64) has open.");

    /** {@code limits.connections_per_address}. */
    public static final Setting<Integer> CONNECTIONS_PER_ADDRESS = new Setting<>(
            "limits.connections_per_address",
            "100",
            ValueParser.integer(1, 100_000),
            "Most connections that are no sockets and that one address (IPv6: one /64) has open; a trusted proxy may have more.");

    /** {@code limits.connects_per_minute}. */
    public static final Setting<Integer> CONNECTS_PER_MINUTE = new Setting<>(
            "limits.connects_per_minute",
            "20",
            ValueParser.integer(1, 1_000_000),
            "Most sockets that one address opens in a minute, and half as many more at once.");

    /** {@code limits.tries_per_minute}. */
    public static final Setting<Integer> TRIES_PER_MINUTE = new Setting<>(
            "limits.tries_per_minute",
            "10",
            ValueParser.integer(1, 100_000),
            "Most join codes and wrong links that one address tries in a minute; in an hour, six times as many wrong links.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(
            VIEWERS, CAMERAS, SOCKETS_PER_ADDRESS, CONNECTIONS_PER_ADDRESS, CONNECTS_PER_MINUTE, TRIES_PER_MINUTE);

    /** The defaults, to start from with {@code with…}. */
    public static final LimitConfig STANDARD = of(new SettingsReader(SETTINGS).read());

    /** Reads it from settings. */
    public static LimitConfig of(Settings settings) {
        return new LimitConfig(
                settings.get(VIEWERS),
                settings.get(CAMERAS),
                settings.get(SOCKETS_PER_ADDRESS),
                settings.get(CONNECTIONS_PER_ADDRESS),
                settings.get(CONNECTS_PER_MINUTE),
                settings.get(TRIES_PER_MINUTE));
    }

    /** The same with another number of {@link #viewers()}. */
    public LimitConfig withViewers(int most) {
        return new LimitConfig(
                most, cameras, socketsPerAddress, connectionsPerAddress, connectsPerMinute, triesPerMinute);
    }

    /** The same with another number of {@link #cameras()}. */
    public LimitConfig withCameras(int most) {
        return new LimitConfig(
                viewers, most, socketsPerAddress, connectionsPerAddress, connectsPerMinute, triesPerMinute);
    }

    /** The same with another number of {@link #socketsPerAddress()}. */
    public LimitConfig withSocketsPerAddress(int most) {
        return new LimitConfig(viewers, cameras, most, connectionsPerAddress, connectsPerMinute, triesPerMinute);
    }

    /** The same with another number of {@link #connectionsPerAddress()}. */
    public LimitConfig withConnectionsPerAddress(int most) {
        return new LimitConfig(viewers, cameras, socketsPerAddress, most, connectsPerMinute, triesPerMinute);
    }

    /** The same with another number of {@link #connectsPerMinute()}. */
    public LimitConfig withConnectsPerMinute(int most) {
        return new LimitConfig(viewers, cameras, socketsPerAddress, connectionsPerAddress, most, triesPerMinute);
    }

    /** The same with another number of {@link #triesPerMinute()}. */
    public LimitConfig withTriesPerMinute(int most) {
        return new LimitConfig(viewers, cameras, socketsPerAddress, connectionsPerAddress, connectsPerMinute, most);
    }
}
