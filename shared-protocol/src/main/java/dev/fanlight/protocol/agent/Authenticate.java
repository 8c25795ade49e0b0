package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;

/**
 * Proves that the agent holds the device key.
 *
 * @param device the id that {@link Joined} gave
 * @param serverKey what the agent saw, see {@link dev.fanlight.identity.ServerKey}
 * @param signature ECDSA over the challenge, DER in base64
 * @param agent version of the program
 */
public record Authenticate(String device, String serverKey, String signature, String agent) implements FromAgent {

    @Override
    public MessageType type() {
        return MessageType.AUTHENTICATE;
    }
}
