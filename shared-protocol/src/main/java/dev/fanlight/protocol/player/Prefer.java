package dev.fanlight.protocol.player;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * What a player prefers from now on.
 *
 * @param quality which rendition
 * @param latency whether low latency matters more than the relay’s load
 * @param media which media are to be sent
 */
public record Prefer(Quality quality, Latency latency, MediaDelivery media) implements FromPlayer {

    /** With media. */
    public Prefer(Quality quality, Latency latency) {
        this(quality, latency, MediaDelivery.ALL);
    }

    @Override
    public MessageType type() {
        return MessageType.PREFER;
    }
}
