package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * Somebody wants another name.
 *
 * @param name the wish
 */
public record Rename(String name) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.RENAME;
    }
}
