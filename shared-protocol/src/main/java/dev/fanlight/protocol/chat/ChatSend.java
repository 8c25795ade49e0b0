package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * Posts a chat message; answered by {@link ChatAccepted} or {@link ChatRefused}.
 *
 * @param clientId 8–64 of [A-Za-z0-9_-], makes it safe to send it again
 * @param text plain text
 */
public record ChatSend(String clientId, String text) implements FromPlayer, FromAgent {

    @Override
    public MessageType type() {
        return MessageType.CHAT_SEND;
    }
}
