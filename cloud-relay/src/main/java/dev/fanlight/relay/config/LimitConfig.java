package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;

/**
 * How much a relay takes on. Immutable.
 *
 * @param viewers most viewers at a time
 * @param cameras most streams
 */
public record LimitConfig(int viewers, int cameras) {

    /** Takes it out of settings. */
    public static LimitConfig of(Settings settings) {
        return new LimitConfig(settings.get(RelaySettings.MAX_VIEWERS), settings.get(RelaySettings.MAX_CAMERAS));
    }
}
