package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.WireLimits;

/**
 * Asks the relay’s owner for approval, without a join code; answered by {@link Pending}.
 *
 * @param publicKey P-256 SubjectPublicKeyInfo, DER in base64
 * @param serverKey the server key that the agent saw, see {@link dev.fanlight.identity.ServerKey}
 * @param signature ECDSA over the challenge with this key, DER in base64; its subject is the hex SHA-256 of the public key
 * @param agent version of the program
 * @param host host name of the computer, at most {@link WireLimits#MAX_HOST} characters; shown to the owner, not trusted
 */
public record Enroll(String publicKey, String serverKey, String signature, String agent, String host)
        implements FromAgent {

    @Override
    public MessageType type() {
        return MessageType.ENROLL;
    }
}
