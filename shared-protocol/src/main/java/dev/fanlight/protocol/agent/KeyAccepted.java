package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;

/** The new key is stored; it replaces the old one with the first connection that uses it. */
public record KeyAccepted() implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.KEY_ACCEPTED;
    }
}
