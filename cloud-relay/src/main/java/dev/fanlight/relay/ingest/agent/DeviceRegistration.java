package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.ingest.DeviceAuthenticator;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import java.time.Duration;
import java.util.Optional;

/**
 * Registers devices: by a one-time code, by the owner’s approval, and with a new key. What agents present is signed over the challenge and
 * over the server key that they saw ({@code docs/protocol.md} §4). Blocking, thread safe.
 *
 * @param devices where they are registered
 * @param pending devices that wait for approval
 * @param sessions open sessions, of which the ones that rotate their key are a part
 * @param rights announces that a device was replaced, so that it is disconnected
 * @param audit where registrations are recorded
 * @param limits how often an address may try
 * @param counters what happened
 */
public record DeviceRegistration(
        DeviceAuthenticator devices,
        PendingDevices pending,
        AuthorizedSessions sessions,
        RightsAnnouncer rights,
        AuditLog audit,
        AddressLimits limits,
        RelayCounters counters) {

    /** Counts an attempt to register; how long to wait when it is one too many. Does not block. */
    Optional<Duration> attempt(AddressKey address) {
        Optional<Duration> wait = limits.take(LimitedAction.JOIN, address);
        if (wait.isPresent()) {
            counters.increment(RelayCounter.ADDRESSES_LIMITED);
        }
        return wait;
    }

    /** Counts an attempt that failed. Does not block. */
    void refused() {
        counters.increment(RelayCounter.PUBLISHERS_REFUSED);
    }

    /** Registers the key that signed this answer, if code and secret are valid; the camera’s earlier device is cut off. */
    Optional<Registered> join(Join answer, Challenge challenge) {
        SignedChallenge signed = signed(Context.JOIN, answer.serverKey(), answer.code(), challenge);
        if (!isProved(answer.publicKey(), signed, answer.signature())) {
            return Optional.empty();
        }
        Optional<Registered> device = devices.devices().redeem(answer.code(), answer.secret(), answer.publicKey());
        device.ifPresent(this::joined);
        return device;
    }

    /** Whether an agent that asks for approval holds the private half of the key it presents. */
    boolean isProved(Enroll request, Challenge challenge) {
        String subject = Fingerprint.ofBase64(request.publicKey()).hex();
        SignedChallenge signed = signed(Context.ENROLL, request.serverKey(), subject, challenge);
        return isProved(request.publicKey(), signed, request.signature());
    }

    /** Stores the key that a device made when it was asked to, if it proves to hold its private half. */
    boolean offerKey(String device, String relayName, NewKey answer, RotateKey question) {
        SignedChallenge signed = new SignedChallenge(
                Context.ROTATE,
                relayName,
                new ServerKey(answer.serverKey()),
                device,
                question.nonce(),
                question.time());
        if (!isProved(answer.publicKey(), signed, answer.signature())) {
            return false;
        }
        devices.devices().offerKey(device, answer.publicKey());
        return true;
    }

    /** The device, if it is to make a new key. */
    Optional<Registered> rotating(String device) {
        return devices.devices().find(device).filter(Registered::isRotating);
    }

    private void joined(Registered device) {
        audit.record(AuditLog.Entry.of(
                "device:" + device.id(),
                "device.join",
                Optional.of(device.camera().text()),
                Optional.empty()));
        rights.announce(RightsChange.ofDevices(device.camera()));
    }

    private boolean isProved(String publicKey, SignedChallenge signed, String signature) {
        return devices.isOwnServerKey().test(signed.serverKey().text())
                && DeviceKey.verify(publicKey, signed, signature);
    }

    private static SignedChallenge signed(Context context, String serverKey, String subject, Challenge challenge) {
        return new SignedChallenge(
                context, challenge.relay(), new ServerKey(serverKey), subject, challenge.nonce(), challenge.time());
    }
}
