package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * A line was removed: it is to be shown no more.
 *
 * @param seq its place in the room
 */
public record ChatRemoved(long seq) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_REMOVED;
    }
}
