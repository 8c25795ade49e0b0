package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;

/**
 * Requests a link to watch this camera; answered by {@link Shared} or {@link ShareRefused}.
 *
 * @param clientId 8–64 of [A-Za-z0-9_-], repeated by the answer
 */
public record Share(String clientId) implements FromAgent {
    @Override
    public MessageType type() {
        return MessageType.SHARE;
    }
}
