package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.ToPlayer;

/**
 * The chat message is stored; always sent before its {@link Chat}.
 *
 * @param clientId of the {@link ChatSend}
 * @param seq its position in the chat
 */
public record ChatAccepted(String clientId, long seq) implements ToPlayer, ToAgent {

    @Override
    public MessageType type() {
        return MessageType.CHAT_ACCEPTED;
    }
}
