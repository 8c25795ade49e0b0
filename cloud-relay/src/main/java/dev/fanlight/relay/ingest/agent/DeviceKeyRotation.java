package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.KeyAccepted;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.socket.PeerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Has an agent make a new key when the owner wants one: its current key stays valid until the new one has been used, so that a crash in
 * between locks no device out. Event loop only, but for the methods of {@link AuthorizedSessions.Session}.
 */
final class DeviceKeyRotation implements AuthorizedSessions.Session {

    private static final Duration RECONNECT = Duration.ofMillis(200);

    private final PeerSocket socket;
    private final AgentContext context;
    private final DeviceRegistration registration;
    private final Principal.Device device;
    private State state = new Idle();

    private DeviceKeyRotation(
            PeerSocket socket, AgentContext context, DeviceRegistration registration, Principal.Device device) {
        this.socket = socket;
        this.context = context;
        this.registration = registration;
        this.device = device;
    }

    /** Watches from now on, until the socket is closed, whether the device is to make a new key. */
    static DeviceKeyRotation start(
            PeerSocket socket, AgentContext context, DeviceRegistration registration, Principal.Device device) {
        DeviceKeyRotation rotation = new DeviceKeyRotation(socket, context, registration, device);
        registration.sessions().add(rotation);
        socket.onClosed(() -> registration.sessions().remove(rotation));
        socket.every(MonitoredSession.INTERVAL, rotation::check);
        rotation.checkIf(rotating -> true);
        return rotation;
    }

    private sealed interface State {}

    private record Idle() implements State {}

    private record Asked(RotateKey question) implements State {}

    @Override
    public Principal principal() {
        return device;
    }

    @Override
    public Optional<ViewingSession> viewing() {
        return Optional.empty();
    }

    @Override
    public void recheck() {
        socket.post(this::check);
    }

    /** Stores the new key; whether the agent had been asked for one. */
    boolean answered(NewKey answer) {
        if (!(state instanceof Asked asked)) {
            return false;
        }
        state = new Idle();
        context.worker()
                .executeBlocking(
                        () -> registration.offerKey(device.id(), context.relayName(), answer, asked.question()), false)
                .onComplete(this::onStored, e -> context.errors().failure("A device’s new key could not be stored", e));
        return true;
    }

    /** A key that was stored and not used yet is to be used first. */
    private void check() {
        checkIf(rotating -> rotating.nextKey().isEmpty());
    }

    /** An agent that connects with its old key though a new one was stored has lost that one. */
    private void checkIf(Predicate<Registered> isDue) {
        context.worker()
                .executeBlocking(
                        () -> registration.rotating(device.id()).filter(isDue).isPresent(), false)
                .onComplete(
                        this::askIf, e -> context.errors().failure("A device’s key rotation could not be checked", e));
    }

    private void askIf(boolean due) {
        if (due && state instanceof Idle && !socket.isEnding()) {
            RotateKey question = context.newRotation();
            state = new Asked(question);
            socket.send(question);
        }
    }

    /** The agent connects again with its new key at once: until then a copy of the old one would still be valid. */
    private void onStored(boolean stored) {
        if (stored) {
            socket.send(new KeyAccepted());
            socket.end(CloseReason.RESTARTING, Optional.of(RECONNECT));
        } else {
            context.errors().warn("A device answered with a key that it did not prove to hold");
        }
    }
}
