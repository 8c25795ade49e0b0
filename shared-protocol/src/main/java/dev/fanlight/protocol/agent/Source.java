package dev.fanlight.protocol.agent;

import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;
import java.util.Optional;

/**
 * The state of the camera.
 *
 * @param state the state
 * @param detail a code for the owner, at most 64 characters
 */
public record Source(SourceState state, Optional<String> detail) implements FromAgent {

    @Override
    public MessageType type() {
        return MessageType.SOURCE;
    }
}
