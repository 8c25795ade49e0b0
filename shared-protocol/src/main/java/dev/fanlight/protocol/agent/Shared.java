package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import java.time.Duration;

/**
 * A link to watch this camera.
 *
 * @param clientId of the {@link Share}
 * @param url the whole link, its key included: a secret
 * @param lifetime how long it is valid, in whole milliseconds
 */
public record Shared(String clientId, String url, Duration lifetime) implements ToAgent {
    @Override
    public MessageType type() {
        return MessageType.SHARED;
    }

    /** Without the link. */
    @Override
    public String toString() {
        return "Shared[" + clientId + "]";
    }
}
