package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The number of viewers.
 *
 * @param count including this one
 */
public record Viewers(int count) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.VIEWERS;
    }
}
