package dev.fanlight.relay.bench.camera;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Join;

/**
 * How an agent answers a challenge ({@code docs/protocol.md} §4). Immutable.
 *
 * @param key the device’s
 * @param seen the key of the relay’s certificate
 * @param version of the agent
 */
public record AgentProof(DeviceKey key, ServerKey seen, String version) {

    /** Registers the key with a one-time code. */
    public Join join(Challenge challenge, String code, String secret) {
        String signature = sign(Context.JOIN, challenge, code);
        return new Join(code, secret, key.publicKey(), seen.text(), signature, version);
    }

    /** Authenticates as a registered device. */
    public Authenticate authenticate(Challenge challenge, String device) {
        return new Authenticate(device, seen.text(), sign(Context.AUTHENTICATE, challenge, device), version);
    }

    /** A signature over the challenge, for one purpose and about {@code subject}. */
    public String sign(Context context, Challenge challenge, String subject) {
        return key.sign(
                new SignedChallenge(context, challenge.relay(), seen, subject, challenge.nonce(), challenge.time()));
    }
}
