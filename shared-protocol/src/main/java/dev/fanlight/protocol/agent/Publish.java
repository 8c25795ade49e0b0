package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;

/**
 * First message of a page that publishes: presents a publish key in place of a device’s signature. Answered by {@link Accepted}.
 *
 * @param key the secret of a publish key
 * @param agent version of the page
 * @param features what the page supports beyond version 1
 */
public record Publish(String key, String agent, Features features) implements FromAgent {

    /** A page without further features. */
    public Publish(String key, String agent) {
        this(key, agent, Features.NONE);
    }

    /** Omits the key, which must not be logged. */
    @Override
    public String toString() {
        return "Publish[agent=" + agent + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.PUBLISH;
    }
}
