package dev.fanlight.protocol.player;

import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.OptionalLong;

/**
 * The state of the stream.
 *
 * @param state the state
 * @param lastCapture capture time of the newest frame by the relay’s clock, µs
 */
public record Stream(StreamState state, OptionalLong lastCapture) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.STREAM;
    }
}
