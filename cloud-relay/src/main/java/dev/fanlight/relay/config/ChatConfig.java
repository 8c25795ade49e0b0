package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;
import java.time.Duration;

/**
 * What is kept of chats. Immutable.
 *
 * @param keep how long lines are kept
 * @param lines most lines kept for one camera
 */
public record ChatConfig(Duration keep, int lines) {

    /** Takes it out of settings. */
    public static ChatConfig of(Settings settings) {
        return new ChatConfig(settings.get(RelaySettings.CHAT_KEEP), settings.get(RelaySettings.CHAT_LINES));
    }
}
