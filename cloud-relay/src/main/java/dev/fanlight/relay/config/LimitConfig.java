package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;

/**
 * How much a relay takes on. Immutable.
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

    /** Takes it out of settings. */
    public static LimitConfig of(Settings settings) {
        return new LimitConfig(
                settings.get(RelaySettings.MAX_VIEWERS),
                settings.get(RelaySettings.MAX_CAMERAS),
                settings.get(RelaySettings.SOCKETS_PER_ADDRESS),
                settings.get(RelaySettings.CONNECTIONS_PER_ADDRESS),
                settings.get(RelaySettings.CONNECTS_PER_MINUTE),
                settings.get(RelaySettings.TRIES_PER_MINUTE));
    }
}
