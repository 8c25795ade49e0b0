package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The rules of this chat; sent before {@link ChatReady} and at every change.
 *
 * @param slowSeconds least time between two messages of one person, 0–300; 0 is off. Moderators are exempt
 * @param links who may post links
 */
public record ChatMode(int slowSeconds, ChatLinks links) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_MODE;
    }
}
