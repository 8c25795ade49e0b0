package dev.fanlight.relay.ingest;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.protocol.Authenticate;
import dev.fanlight.protocol.Challenge;
import dev.fanlight.protocol.Join;
import dev.fanlight.relay.access.Principal;
import dev.fanlight.relay.ingest.DeviceBook.Registered;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks who an agent is: a signature over the challenge and over the key of the server that the agent saw, so that a signature made
 * for somebody in between is worth nothing here. Blocking, thread safe.
 */
public final class AgentAuthenticator {

    private final DeviceBook devices;
    private final Predicate<String> isOurs;

    /**
     * Checks against the devices of {@code devices}.
     *
     * @param isOurs whether a server key, as agents sign it, is one they may have seen when they dialled this relay; thread safe
     */
    public AgentAuthenticator(DeviceBook devices, Predicate<String> isOurs) {
        this.devices = devices;
        this.isOurs = isOurs;
    }

    /** The device that signed this answer to the challenge, if it is registered and really did. */
    public Optional<Principal.Device> authenticate(Authenticate answer, Challenge challenge) {
        SignedChallenge signed = signed(Context.AUTHENTICATE, answer.serverKey(), answer.device(), challenge);
        return devices.find(answer.device())
                .filter(device -> isOurs.test(answer.serverKey()))
                .filter(device -> DeviceKey.verify(device.publicKey(), signed, answer.signature()))
                .map(device -> new Principal.Device(device.id(), device.camera()));
    }

    /** Registers the key that signed this answer, if the code and its secret are good. */
    public Optional<Registered> join(Join answer, Challenge challenge) {
        SignedChallenge signed = signed(Context.JOIN, answer.serverKey(), answer.code(), challenge);
        if (!isOurs.test(answer.serverKey()) || !DeviceKey.verify(answer.publicKey(), signed, answer.signature())) {
            return Optional.empty();
        }
        return devices.redeem(answer.code(), answer.secret(), answer.publicKey());
    }

    private static SignedChallenge signed(Context context, String serverKey, String subject, Challenge challenge) {
        return new SignedChallenge(
                context, challenge.relay(), new ServerKey(serverKey), subject, challenge.nonce(), challenge.time());
    }
}
