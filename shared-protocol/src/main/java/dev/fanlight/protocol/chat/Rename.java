package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * Asks for another name in the chat.
 *
 * @param name the new name
 */
public record Rename(String name) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.RENAME;
    }
}
