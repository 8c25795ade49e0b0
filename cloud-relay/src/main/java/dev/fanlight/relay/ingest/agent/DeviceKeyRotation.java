package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.KeyAccepted;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.relay.socket.PeerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Has an agent make another key: the one it uses stays good until the new one has been used, so that a crash in between locks nobody
 * out. Event loop only.
 */
final class DeviceKeyRotation {

    private static final int NONCE_BYTES = 32;
    private static final Duration COME_BACK = Duration.ofMillis(200);

    private final PeerSocket socket;
    private final AgentServices services;
    private final String device;
    private State state = new Idle();

    DeviceKeyRotation(PeerSocket socket, AgentServices services, String device) {
        this.socket = socket;
        this.services = services;
        this.device = device;
    }

    private sealed interface State {}

    private record Idle() implements State {}

    private record Asked(RotateKey question) implements State {}

    /** Asks for a new key, unless the agent has been asked already. */
    void ask() {
        if (state instanceof Asked) {
            return;
        }
        long seconds = TimeUnit.MICROSECONDS.toSeconds(services.wallClock().micros());
        RotateKey question = new RotateKey(services.secrets().bytes(NONCE_BYTES), seconds);
        state = new Asked(question);
        socket.send(question);
    }

    /** Keeps the new key; whether the agent had been asked for one. */
    boolean answered(NewKey answer) {
        if (!(state instanceof Asked asked)) {
            return false;
        }
        state = new Idle();
        services.worker()
                .executeBlocking(() -> services.authenticator().offerKey(device, answer, asked.question()), false)
                .onComplete(this::onKept, e -> services.errors().failure("A device’s new key could not be kept", e));
        return true;
    }

    /** The agent comes back with its new key at once: until it has, a copy of the old one would still be worth something. */
    private void onKept(boolean kept) {
        if (kept) {
            socket.send(new KeyAccepted());
            socket.end(CloseReason.RESTARTING, Optional.of(COME_BACK));
        } else {
            services.errors().warn("A device answered with a key that it did not prove to hold");
        }
    }
}
