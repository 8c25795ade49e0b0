package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.UnknownMessages;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.ingest.agent.AgentState.Challenged;
import dev.fanlight.relay.ingest.agent.AgentState.Checking;
import dev.fanlight.relay.ingest.agent.AgentState.Ended;
import dev.fanlight.relay.ingest.agent.AgentState.Publishing;
import dev.fanlight.relay.ingest.agent.AgentState.Waiting;
import dev.fanlight.relay.ingest.agent.DeviceDirectory.Registered;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.LimitedAction;
import dev.fanlight.relay.socket.MessageReceiver;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.LiveStream;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One agent’s socket: challenge, answer, then either a registration or publishing. Event loop only. */
final class AgentSession implements MessageReceiver {

    /** How long an agent has to show who it is. */
    static final Duration PROOF_LIMIT = Duration.ofSeconds(5);

    private static final int NONCE_BYTES = 32;

    private final PeerSocket socket;
    private final AgentServices services;
    private final UnknownMessages unknown = new UnknownMessages();
    private AgentState state;

    private AgentSession(PeerSocket socket, AgentServices services, Challenge challenge) {
        this.socket = socket;
        this.services = services;
        this.state = new Challenged(challenge);
    }

    /** Takes over a socket that was just opened. */
    static void start(PeerSocket socket, AgentServices services) {
        long seconds = TimeUnit.MICROSECONDS.toSeconds(services.wallClock().micros());
        Challenge challenge =
                new Challenge(services.relayName(), services.secrets().bytes(NONCE_BYTES), seconds);
        AgentSession session = new AgentSession(socket, services, challenge);
        socket.read(session, WireLimits.MAX_MEDIA_BYTES);
        socket.send(challenge);
        socket.after(PROOF_LIMIT, session::onProofDeadline);
    }

    @Override
    public void text(byte[] message) throws ProtocolException {
        Optional<FromAgent> decoded = MessageDecoder.fromAgent(message);
        if (state instanceof Publishing publishing && !publishing.agent().heardMessage()) {
            throw new ProtocolException(CloseReason.BUSY, "over the rate");
        }
        if (decoded.isEmpty()) {
            unknown.ignore();
            return;
        }
        received(decoded.get());
    }

    @Override
    public void binaryBegins() throws ProtocolException {
        if (!(state instanceof Publishing)) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "no media before the agent is accepted");
        }
    }

    @Override
    public void binary(List<ByteBuf> parts) throws ProtocolException {
        if (state instanceof Publishing publishing) {
            publishing.agent().frame(parts);
        }
    }

    @Override
    public void closed() {
        if (state instanceof Publishing publishing) {
            publishing.agent().end();
        } else if (state instanceof Waiting waiting) {
            waiting.enrolment().end();
        }
        state = new Ended();
    }

    private void received(FromAgent message) throws ProtocolException {
        if (state instanceof Publishing publishing) {
            publishing.agent().heard(message);
        } else if (state instanceof Challenged challenged) {
            state = new Checking();
            answered(message, challenged.challenge());
        } else {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "not before the answer is checked");
        }
    }

    private void answered(FromAgent message, Challenge challenge) throws ProtocolException {
        if (message instanceof Authenticate answer) {
            authenticate(answer, challenge);
        } else if (message instanceof Join answer) {
            join(answer, challenge);
        } else if (message instanceof Enroll wish) {
            enroll(wish, challenge);
        } else {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "the challenge comes first");
        }
    }

    private void authenticate(Authenticate answer, Challenge challenge) {
        if (mayTry(services.limits().blocked(LimitedAction.FAILED_LINK, socket.address()))) {
            check(() -> authenticated(answer, challenge), this::onAuthenticated);
        }
    }

    /** On a worker. */
    private Optional<Registered> authenticated(Authenticate answer, Challenge challenge) {
        Optional<Registered> device = services.authenticator().authenticate(answer, challenge);
        device.ifPresent(known -> {
            services.streams().hub(known.camera());
            services.streams()
                    .settlePause(
                            known.camera(),
                            () -> services.authenticator()
                                    .device(known.id())
                                    .filter(Registered::isPaused)
                                    .isPresent());
        });
        return device;
    }

    private void join(Join answer, Challenge challenge) {
        if (mayTry(services.limits().take(LimitedAction.JOIN, socket.address()))) {
            check(() -> services.authenticator().join(answer, challenge), this::onJoined);
        }
    }

    private void enroll(Enroll wish, Challenge challenge) {
        if (mayTry(services.limits().take(LimitedAction.JOIN, socket.address()))) {
            check(() -> services.authenticator().isProved(wish, challenge), proved -> onProved(wish, proved));
        }
    }

    private boolean mayTry(Optional<Duration> wait) {
        if (wait.isEmpty()) {
            return true;
        }
        services.counters().increment(RelayCounter.ADDRESSES_LIMITED);
        socket.end(CloseReason.BUSY, wait);
        return false;
    }

    private <T> void check(Callable<T> blocking, Consumer<T> then) {
        services.worker().executeBlocking(blocking, false).onComplete(then::accept, e -> {
            services.errors().failure("An agent could not be checked", e);
            socket.end(CloseReason.INTERNAL_ERROR);
        });
    }

    private void onProved(Enroll wish, boolean proved) {
        if (!(state instanceof Checking) || socket.isEnding()) {
            return;
        }
        if (!proved) {
            refuse(CloseReason.CODE_REFUSED);
            return;
        }
        Optional<Enrollment> enrolment = Enrollment.begin(socket, services, wish);
        if (enrolment.isEmpty()) {
            socket.end(CloseReason.BUSY);
            return;
        }
        state = new Waiting(enrolment.get());
    }

    private void onAuthenticated(Optional<Registered> device) {
        if (!(state instanceof Checking) || socket.isEnding()) {
            return;
        }
        if (device.isEmpty()
                || !services.policy()
                        .authorize(
                                device.get().principal(),
                                Action.PUBLISH,
                                device.get().camera())) {
            services.limits().take(LimitedAction.FAILED_LINK, socket.address());
            refuse(CloseReason.NOT_AUTHENTIC);
            return;
        }
        Optional<LiveStream> hub = services.streams().hub(device.get().camera());
        if (hub.isEmpty()) {
            socket.end(CloseReason.BUSY);
            return;
        }
        if (hub.get().isOnline() && isFlapping(device.get())) {
            return;
        }
        services.counters().increment(RelayCounter.AGENTS_ACCEPTED);
        socket.send(new Accepted(device.get().camera().text()));
        state = new Publishing(new PublishingAgent(socket, services, device.get(), hub.get()));
    }

    /** Two computers with the same key must not throw each other out for ever; that there are two is for the owner to know. */
    private boolean isFlapping(Registered device) {
        services.audit()
                .record(new AuditLog.Entry(
                        "device:" + device.id(),
                        "device.replaced",
                        Optional.of(device.camera().text()),
                        Optional.empty(),
                        true));
        return !mayTry(services.replacements().take(device.id()));
    }

    private void onJoined(Optional<Registered> device) {
        device.ifPresent(this::noteJoined);
        if (!(state instanceof Checking) || socket.isEnding()) {
            return;
        }
        if (device.isEmpty()) {
            refuse(CloseReason.CODE_REFUSED);
            return;
        }
        socket.send(new Joined(device.get().id(), device.get().camera().text()));
        socket.end(CloseReason.DONE);
    }

    /** The device that the camera had before is worth nothing now, also if this one is gone already. */
    private void noteJoined(Registered device) {
        String camera = device.camera().text();
        services.audit()
                .record(AuditLog.Entry.of(
                        "device:" + device.id(), "device.join", Optional.of(camera), Optional.empty()));
        services.rights()
                .live()
                .changed(principal -> principal instanceof Principal.Device other
                        && other.camera().equals(device.camera()));
    }

    private void refuse(CloseReason reason) {
        services.counters().increment(RelayCounter.AGENTS_REFUSED);
        socket.end(reason);
    }

    private void onProofDeadline() {
        if (state instanceof Challenged) {
            socket.end(CloseReason.TIMEOUT);
        }
    }
}
