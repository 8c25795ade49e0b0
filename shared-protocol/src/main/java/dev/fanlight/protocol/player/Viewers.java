package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * How many watch now.
 *
 * @param count this one included
 */
public record Viewers(int count) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.VIEWERS;
    }
}
