package dev.fanlight.protocol.player;

import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.OptionalLong;

/**
 * What the stream does now.
 *
 * @param state what a viewer can expect
 * @param lastCapture relay’s time of the newest picture, µs
 */
public record Stream(StreamState state, OptionalLong lastCapture) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.STREAM;
    }
}
