package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;

/** The new key is the one that counts from now on. */
public record KeyAccepted() implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.KEY_ACCEPTED;
    }
}
