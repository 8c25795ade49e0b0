package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;

/**
 * The device’s next key; answered by {@link KeyAccepted}.
 *
 * @param publicKey P-256 SubjectPublicKeyInfo, DER in base64
 * @param serverKey the server key that the agent saw, see {@link dev.fanlight.identity.ServerKey}
 * @param signature ECDSA over the challenge of {@link RotateKey} with the new key, DER in base64; its subject is the device’s id
 */
public record NewKey(String publicKey, String serverKey, String signature) implements FromAgent {

    @Override
    public MessageType type() {
        return MessageType.NEW_KEY;
    }
}
