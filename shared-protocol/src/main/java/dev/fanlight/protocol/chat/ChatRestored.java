package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * A line that had been removed is back in its place.
 *
 * @param line as it was told before; on the wire its members stand in this message
 */
public record ChatRestored(Chat line) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_RESTORED;
    }
}
