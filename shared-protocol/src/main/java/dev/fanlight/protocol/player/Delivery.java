package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * Tells a player what the relay leaves out for it from now on because its connection is too slow for more.
 *
 * @param mode what is still sent
 */
public record Delivery(DeliveryMode mode) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.DELIVERY;
    }
}
