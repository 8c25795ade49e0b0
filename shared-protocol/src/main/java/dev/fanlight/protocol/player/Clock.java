package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The offset of the agent’s media clock from the relay’s clock.
 *
 * @param offset added to a capture time it gives the relay’s time, µs
 * @param roundTrip µs; the offset is accurate to half of it
 */
public record Clock(long offset, long roundTrip) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CLOCK;
    }
}
