package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * Somebody, perhaps oneself, has another name.
 *
 * @param person whose
 * @param name from now on
 */
public record Renamed(String person, String name) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.RENAMED;
    }
}
