package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * What became of a {@link Moderate}.
 *
 * @param clientId of the act
 * @param result what became of it
 */
public record Moderated(String clientId, ModerationResult result) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.MODERATED;
    }
}
