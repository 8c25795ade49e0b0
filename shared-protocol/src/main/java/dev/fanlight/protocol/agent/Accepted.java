package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;

/**
 * The signature was good: publishing may begin.
 *
 * @param camera the camera this device publishes
 */
public record Accepted(String camera) implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.ACCEPTED;
    }
}
