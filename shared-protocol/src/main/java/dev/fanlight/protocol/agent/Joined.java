package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;

/**
 * The device is registered.
 *
 * @param device the id to authenticate with from now on
 * @param camera the camera this device publishes
 */
public record Joined(String device, String camera) implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.JOINED;
    }
}
