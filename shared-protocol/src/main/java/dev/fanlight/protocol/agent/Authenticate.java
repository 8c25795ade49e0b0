package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;

/**
 * Proves that the agent holds the device key.
 *
 * @param device the id that {@link Joined} gave
 * @param serverKey the server key that the agent saw, see {@link dev.fanlight.identity.ServerKey}
 * @param signature ECDSA over the challenge, DER in base64
 * @param agent version of the program
 * @param features what the agent supports beyond version 1
 */
public record Authenticate(String device, String serverKey, String signature, String agent, Features features)
        implements FromAgent {

    /** An agent without further features. */
    public Authenticate(String device, String serverKey, String signature, String agent) {
        this(device, serverKey, signature, agent, Features.NONE);
    }

    @Override
    public MessageType type() {
        return MessageType.AUTHENTICATE;
    }
}
