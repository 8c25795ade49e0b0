package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.time.Duration;
import java.util.List;

/**
 * How a stream is sent to many viewers. Immutable.
 *
 * @param mergeDelay how long a busy relay may delay a frame to send it with the next ones; 0 never merges
 */
public record FanOutConfig(Duration mergeDelay) {

    /** {@code fanout.merge_delay}. */
    public static final Setting<Duration> MERGE_DELAY = new Setting<>(
            "fanout.merge_delay",
            "66ms",
            FanOutConfig::mergeDelay,
            "How long a frame may wait when the relay is busy, so that two or three are sent at once; at most 1s, 0ms never waits.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(MERGE_DELAY);

    /** Reads it from settings. */
    public static FanOutConfig of(Settings settings) {
        return new FanOutConfig(settings.get(MERGE_DELAY));
    }

    private static Duration mergeDelay(String text) {
        Duration delay = ValueParser.DURATION.parse(text);
        if (delay.toMillis() > 1_000) {
            throw new IllegalArgumentException("at most 1s");
        }
        return delay;
    }
}
