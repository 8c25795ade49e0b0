package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * Somebody wants to say something.
 *
 * @param clientId 8–64 of [A-Za-z0-9_-], makes sending again safe
 * @param text plain text
 */
public record ChatSend(String clientId, String text) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_SEND;
    }
}
