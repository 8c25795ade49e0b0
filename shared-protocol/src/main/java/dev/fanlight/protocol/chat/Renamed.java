package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * A person, possibly the receiver, has a new name.
 *
 * @param person id of the person
 * @param name the new name
 */
public record Renamed(String person, String name) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.RENAMED;
    }
}
