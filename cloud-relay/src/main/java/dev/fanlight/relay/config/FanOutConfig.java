package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;
import java.time.Duration;

/**
 * How pictures reach many viewers. Immutable.
 *
 * @param mergeDelay how long a busy relay may let a picture wait for the next ones; 0 never merges
 */
public record FanOutConfig(Duration mergeDelay) {

    /** Takes it out of settings. */
    public static FanOutConfig of(Settings settings) {
        return new FanOutConfig(settings.get(RelaySettings.MERGE_DELAY));
    }
}
