package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;

/**
 * There is no link for this camera.
 *
 * @param clientId of the {@link Share}
 * @param reason why
 */
public record ShareRefused(String clientId, ShareRefusal reason) implements ToAgent {
    @Override
    public MessageType type() {
        return MessageType.SHARE_REFUSED;
    }
}
