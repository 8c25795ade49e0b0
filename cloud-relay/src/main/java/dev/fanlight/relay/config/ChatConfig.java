package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.time.Duration;
import java.util.List;

/**
 * How much of the chats is kept. Immutable.
 *
 * @param keep how long lines are kept
 * @param lines most lines kept for one camera
 */
public record ChatConfig(Duration keep, int lines) {

    /** {@code chat.keep}. */
    public static final Setting<Duration> KEEP =
            new Setting<>("chat.keep", "24h", ValueParser.DURATION, "How long chat lines are kept.");

    /** {@code chat.lines}. */
    public static final Setting<Integer> LINES = new Setting<>(
            "chat.lines",
            "10000",
            ValueParser.integer(100, 1_000_000),
            "Most chat lines that are kept for one camera.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(KEEP, LINES);

    /** Reads it from settings. */
    public static ChatConfig of(Settings settings) {
        return new ChatConfig(settings.get(KEEP), settings.get(LINES));
    }
}
