package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The line is on disk; always told before its {@link Chat}.
 *
 * @param clientId of the {@link ChatSend}
 * @param seq its place in the room
 */
public record ChatAccepted(String clientId, long seq) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_ACCEPTED;
    }
}
