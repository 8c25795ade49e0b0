package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * Informs a player that its connection was downgraded, or upgraded again.
 *
 * @param mode what is still sent
 */
public record Delivery(DeliveryMode mode) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.DELIVERY;
    }
}
