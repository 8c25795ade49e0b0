package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * How the agent’s media clock stands to the relay’s.
 *
 * @param offset µs to add to a capture time to have it on the relay’s clock
 * @param roundTrip µs; the offset is sure to half of it
 */
public record Clock(long offset, long roundTrip) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CLOCK;
    }
}
