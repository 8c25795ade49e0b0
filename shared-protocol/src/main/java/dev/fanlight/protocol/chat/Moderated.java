package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The answer to {@link Moderate}.
 *
 * @param clientId of the act
 * @param result the result
 */
public record Moderated(String clientId, ModerationResult result) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.MODERATED;
    }
}
