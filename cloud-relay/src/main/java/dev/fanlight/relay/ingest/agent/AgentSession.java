package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.Publish;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.UnknownMessages;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.ingest.PublishCredentials.DeviceProof;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSession;
import dev.fanlight.relay.ingest.PublishSessions;
import dev.fanlight.relay.ingest.agent.AgentState.AwaitingKey;
import dev.fanlight.relay.ingest.agent.AgentState.Challenged;
import dev.fanlight.relay.ingest.agent.AgentState.Checking;
import dev.fanlight.relay.ingest.agent.AgentState.Ended;
import dev.fanlight.relay.ingest.agent.AgentState.Publishing;
import dev.fanlight.relay.ingest.agent.AgentState.Waiting;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.socket.MessageReceiver;
import dev.fanlight.relay.socket.PeerSocket;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * One agent’s socket: challenge, answer, then either a registration or publishing. The socket of a page that publishes begins with a publish
 * key instead. Event loop only.
 */
final class AgentSession implements MessageReceiver {

    /** Control messages, pings and pongs a second. */
    static final int MESSAGES = 50;

    private static final int BURST_SECONDS = 2;

    private final PeerSocket socket;
    private final AgentServices services;
    private final UnknownMessages unknown = new UnknownMessages();
    private final TokenBucket messages;
    private AgentState state;

    private AgentSession(PeerSocket socket, AgentServices services, AgentState state) {
        this.socket = socket;
        this.services = services;
        this.messages = new TokenBucket(services.context().clock(), MESSAGES, MESSAGES * BURST_SECONDS);
        this.state = state;
    }

    /** Takes over a socket that was just opened. */
    static void start(PeerSocket socket, AgentServices services) {
        Challenge challenge = services.context().newChallenge();
        new AgentSession(socket, services, new Challenged(challenge)).begin();
        socket.send(challenge);
    }

    /** Takes over a page’s socket that was just opened. */
    static void startPage(PeerSocket socket, AgentServices services) {
        new AgentSession(socket, services, new AwaitingKey()).begin();
    }

    private void begin() {
        services.unproven().add(socket);
        socket.read(this, WireLimits.MAX_MEDIA_BYTES);
        socket.after(services.context().timeouts().proof(), this::onProofDeadline);
    }

    @Override
    public void text(byte[] message) throws ProtocolException {
        Optional<FromAgent> decoded = MessageDecoder.fromAgent(message);
        count();
        if (state instanceof Publishing publishing) {
            publishing.agent().heard();
        }
        if (decoded.isEmpty()) {
            unknown.ignore();
            return;
        }
        received(decoded.get());
    }

    @Override
    public void control(int bytes) throws ProtocolException {
        count();
    }

    private void count() throws ProtocolException {
        if (!messages.take(1)) {
            throw new ProtocolException(CloseReason.BUSY, "over the rate");
        }
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
        services.unproven().remove(socket);
        if (state instanceof Publishing publishing) {
            publishing.agent().close();
        } else if (state instanceof Waiting waiting) {
            waiting.enrollment().end();
        }
        state = new Ended();
    }

    private void received(FromAgent message) throws ProtocolException {
        if (state instanceof Publishing publishing) {
            publishing.agent().message(message);
        } else if (state instanceof Challenged challenged) {
            state = new Checking();
            answered(message, challenged.challenge());
        } else if (state instanceof AwaitingKey) {
            state = new Checking();
            presented(message);
        } else {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "not before the answer is checked");
        }
    }

    private void answered(FromAgent message, Challenge challenge) throws ProtocolException {
        if (message instanceof Authenticate answer) {
            authenticate(answer, challenge);
        } else if (message instanceof Join answer) {
            join(answer, challenge);
        } else if (message instanceof Enroll request) {
            enroll(request, challenge);
        } else {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "the challenge comes first");
        }
    }

    private void presented(FromAgent message) throws ProtocolException {
        if (!(message instanceof Publish request)) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "the publish key comes first");
        }
        PublishKey key = new PublishKey(Optional.empty(), request.key());
        check(() -> services.gate().admit(key, socket.address()), decision -> onDecided(decision, Features.NONE));
    }

    private void authenticate(Authenticate answer, Challenge challenge) {
        SignedChallenge signed = new SignedChallenge(
                SignedChallenge.Context.AUTHENTICATE,
                challenge.relay(),
                new ServerKey(answer.serverKey()),
                answer.device(),
                challenge.nonce(),
                challenge.time());
        DeviceProof proof = new DeviceProof(answer.device(), signed, answer.signature());
        check(() -> services.gate().admit(proof, socket.address()), decision -> onDecided(decision, answer.features()));
    }

    private void join(Join answer, Challenge challenge) {
        check(() -> services.registration().join(answer, challenge), this::onJoined);
    }

    private void enroll(Enroll request, Challenge challenge) {
        if (mayRegister()) {
            check(() -> services.registration().isProved(request, challenge), proved -> onProved(request, proved));
        }
    }

    private boolean mayRegister() {
        Optional<Duration> wait = services.registration().attempt(socket.address());
        wait.ifPresent(time -> socket.end(CloseReason.BUSY, wait));
        return wait.isEmpty();
    }

    private <T> void check(Callable<T> blocking, Consumer<T> then) {
        services.context().worker().executeBlocking(blocking, false).onComplete(then::accept, e -> {
            services.context().errors().failure("An agent could not be checked", e);
            socket.end(CloseReason.INTERNAL_ERROR);
        });
    }

    private boolean isAwaited() {
        return state instanceof Checking && !socket.isEnding();
    }

    private void onDecided(PublishGate.Admission decision, Features features) {
        if (!isAwaited()) {
            return;
        }
        if (decision instanceof PublishGate.Admitted admitted) {
            publish(admitted, features);
            return;
        }
        PublishGate.Refused refused = (PublishGate.Refused) decision;
        switch (refused.reason()) {
            case RATE_LIMITED -> socket.end(CloseReason.BUSY, refused.retryAfter());
            case NOT_AUTHENTIC -> socket.end(CloseReason.NOT_AUTHENTIC);
        }
    }

    private void publish(PublishGate.Admitted admitted, Features features) {
        AgentContext context = services.context();
        HeadRequests heads = new HeadRequests(socket, context.timeouts().head(), context.clock());
        DemandReport report = services.report(socket, admitted.camera(), features);
        PublishSessions.Opening opening =
                services.sessions().open(admitted, new AgentConnection(socket, heads, report));
        if (opening instanceof PublishSessions.Busy busy) {
            socket.end(CloseReason.BUSY, busy.retryAfter());
            return;
        }
        services.unproven().remove(socket);
        if (admitted.principal() instanceof Principal.PublishKey) {
            socket.allowFrames(WireLimits.MAX_MEDIA_BYTES);
        }
        PublishSession session = ((PublishSessions.Opened) opening).session();
        socket.send(new Accepted(admitted.camera().text()));
        Optional<Principal.Device> device = Optional.of(admitted.principal())
                .filter(Principal.Device.class::isInstance)
                .map(Principal.Device.class::cast);
        Optional<DeviceKeyRotation> rotation =
                device.map(known -> DeviceKeyRotation.start(socket, context, services.registration(), known));
        CameraRequests requests = new CameraRequests(socket, services, admitted.camera(), device);
        socket.every(DemandReport.NAMES_INTERVAL, report::checkNames);
        state = new Publishing(PublishingAgent.start(
                socket,
                context,
                session,
                rotation,
                requests,
                heads,
                services.backfill(socket, admitted.camera(), features)));
    }

    private void onProved(Enroll request, boolean proved) {
        if (!isAwaited()) {
            return;
        }
        if (!proved) {
            refuseCode();
            return;
        }
        Optional<Enrollment> enrollment = Enrollment.begin(socket, services, request);
        if (enrollment.isEmpty()) {
            socket.end(CloseReason.BUSY);
            return;
        }
        services.unproven().remove(socket);
        state = new Waiting(enrollment.get());
    }

    private void onJoined(Optional<Registered> device) {
        if (!isAwaited()) {
            return;
        }
        if (device.isEmpty()) {
            // Only failures are limited: a valid code counts whatever others at its address try.
            if (mayRegister()) {
                refuseCode();
            }
            return;
        }
        socket.send(new Joined(device.get().id(), device.get().camera().text()));
        socket.end(CloseReason.DONE);
    }

    private void refuseCode() {
        services.registration().refused();
        socket.end(CloseReason.CODE_REFUSED);
    }

    private void onProofDeadline() {
        if (state instanceof Challenged || state instanceof AwaitingKey) {
            socket.end(CloseReason.TIMEOUT);
        }
    }
}
