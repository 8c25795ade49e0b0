package dev.fanlight.protocol.player;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * What a player would like from now on.
 *
 * @param quality which rendition
 * @param latency how much a few dozen milliseconds matter to it
 */
public record Prefer(Quality quality, Latency latency) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.PREFER;
    }
}
