package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * A chat message was removed and must not be shown any more.
 *
 * @param seq its position in the chat
 */
public record ChatRemoved(long seq) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_REMOVED;
    }
}
