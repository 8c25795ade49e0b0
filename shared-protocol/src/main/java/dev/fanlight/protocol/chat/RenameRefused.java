package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.time.Duration;
import java.util.Optional;

/**
 * The name was refused.
 *
 * @param reason why
 * @param retryAfter when it may be tried again, in whole milliseconds
 */
public record RenameRefused(Refusal reason, Optional<Duration> retryAfter) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.RENAME_REFUSED;
    }
}
