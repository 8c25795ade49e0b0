package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;

/**
 * Trades a one-time code for the registration of a public key.
 *
 * @param code 40 bits in base32
 * @param secret 80 bits in base32
 * @param publicKey P-256 SubjectPublicKeyInfo, DER in base64
 * @param serverKey the server key that the agent saw, see {@link dev.fanlight.identity.ServerKey}
 * @param signature ECDSA over the challenge with the new key, DER in base64
 * @param agent version of the program
 */
public record Join(String code, String secret, String publicKey, String serverKey, String signature, String agent)
        implements FromAgent {

    /** Omits the secret, which must not be logged. */
    @Override
    public String toString() {
        return "Join[code=" + code + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.JOIN;
    }
}
