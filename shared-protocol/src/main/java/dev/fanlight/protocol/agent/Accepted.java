package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;

/**
 * The agent is authenticated and may publish.
 *
 * @param camera the camera this device publishes
 * @param features what the relay supports beyond version 1
 */
public record Accepted(String camera, Features features) implements ToAgent {

    /** A relay without further features. */
    public Accepted(String camera) {
        this(camera, Features.NONE);
    }

    @Override
    public MessageType type() {
        return MessageType.ACCEPTED;
    }
}
