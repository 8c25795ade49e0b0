package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.relay.ingest.agent.DeviceDirectory.Registered;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks who an agent is: a signature over the challenge and over the key of the server that the agent saw, so that a signature made
 * for somebody in between is worth nothing here. Blocking, thread safe.
 */
public final class AgentAuthenticator {

    private final String relayName;
    private final DeviceDirectory devices;
    private final Predicate<String> isOurs;

    /**
     * Checks against the devices of {@code devices}.
     *
     * @param relayName what challenges name
     * @param isOurs whether a server key, as agents sign it, is one they may have seen when they dialled this relay; thread safe
     */
    public AgentAuthenticator(String relayName, DeviceDirectory devices, Predicate<String> isOurs) {
        this.relayName = relayName;
        this.devices = devices;
        this.isOurs = isOurs;
    }

    /**
     * The device that signed this answer to the challenge, if it is registered and really did. The first use of a new key ends the one
     * before it.
     */
    public Optional<Registered> authenticate(Authenticate answer, Challenge challenge) {
        SignedChallenge signed = signed(Context.AUTHENTICATE, answer.serverKey(), answer.device(), challenge);
        Optional<Registered> device = devices.find(answer.device()).filter(known -> isOurs.test(answer.serverKey()));
        if (device.filter(known -> DeviceKey.verify(known.publicKey(), signed, answer.signature()))
                .isPresent()) {
            return device;
        }
        boolean usesNext = device.flatMap(Registered::nextKey)
                .filter(next -> DeviceKey.verify(next, signed, answer.signature()))
                .isPresent();
        if (!usesNext) {
            return Optional.empty();
        }
        devices.promoteKey(answer.device());
        return devices.find(answer.device());
    }

    /** Whether an agent that wants to be approved holds the private half of the key it shows. */
    public boolean isProved(Enroll wish, Challenge challenge) {
        String subject = Fingerprint.ofBase64(wish.publicKey()).hex();
        SignedChallenge signed = signed(Context.ENROLL, wish.serverKey(), subject, challenge);
        return isOurs.test(wish.serverKey()) && DeviceKey.verify(wish.publicKey(), signed, wish.signature());
    }

    /** Keeps the key that a device made when it was asked to, if it proves to hold its private half. */
    public boolean offerKey(String device, NewKey answer, RotateKey question) {
        SignedChallenge signed = new SignedChallenge(
                Context.ROTATE,
                relayName,
                new ServerKey(answer.serverKey()),
                device,
                question.nonce(),
                question.time());
        if (!isOurs.test(answer.serverKey()) || !DeviceKey.verify(answer.publicKey(), signed, answer.signature())) {
            return false;
        }
        devices.offerKey(device, answer.publicKey());
        return true;
    }

    /** The device of that id, if it is active. */
    public Optional<Registered> device(String id) {
        return devices.find(id);
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
