package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * A removed chat message was restored.
 *
 * @param line the message as before; its members are members of this one on the wire
 */
public record ChatRestored(Chat line) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_RESTORED;
    }
}
