package dev.fanlight.relay.ingest.agent;

import dev.fanlight.media.TrackSet;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.FromAgentHandler;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.Authenticator.Verdict;
import dev.fanlight.relay.auth.MessageActions;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.ingest.agent.DeviceDirectory.Registered;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Publisher;
import dev.fanlight.relay.wire.WireFrame;
import dev.fanlight.runtime.ClockOffset;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An agent that has shown who it is, while it publishes. Event loop only, but for the methods of {@link Publisher}. */
final class PublishingAgent implements FromAgentHandler, Publisher {

    /** How often the agent is asked for its time. */
    static final Duration TIME_INTERVAL = Duration.ofSeconds(2);

    /** An agent that is silent for so long is gone. */
    static final Duration SILENCE_LIMIT = Duration.ofSeconds(10);

    /** How often it is noted that the agent is there. */
    static final Duration SEEN_INTERVAL = Duration.ofSeconds(30);

    private final PeerSocket socket;
    private final AgentServices services;
    private final Principal.Device principal;
    private final PublishHandle publication;

    // event loop only
    private final PublishRates rates;
    private final AckPacer acks;
    private final DeviceKeyRotation rotation;
    private final ClockOffset offset = new ClockOffset();
    private Set<Integer> trackIds = Set.of();
    private long lastHeard;

    PublishingAgent(PeerSocket socket, AgentServices services, Registered device, LiveStream hub) {
        this.socket = socket;
        this.services = services;
        this.principal = device.principal();
        this.rotation = new DeviceKeyRotation(socket, services, device.id());
        this.rates = new PublishRates(services.clock());
        this.acks = new AckPacer(services.clock().nanoTime());
        this.lastHeard = services.clock().nanoTime();
        this.publication = hub.open(this);
        socket.every(AckPacer.INTERVAL, this::acknowledge);
        socket.every(TIME_INTERVAL, this::askForTime);
        socket.every(SEEN_INTERVAL, this::noteSeen);
        askForTime();
        noteSeen();
        if (device.isRotating()) {
            rotation.ask();
        }
        services.rights().watchOver(socket, principal, Optional.empty(), this::recheck, CloseReason.NOT_AUTHENTIC);
    }

    /** Takes a message, if a device may send such. */
    void heard(FromAgent message) throws ProtocolException {
        if (MessageActions.ofAgent(message.type()).filter(this::may).isEmpty()) {
            throw ProtocolException.unexpected(message.type());
        }
        dispatch(message);
    }

    /** Takes any message; says whether it was within the rate. */
    boolean heardMessage() {
        lastHeard = services.clock().nanoTime();
        return rates.permitsMessage();
    }

    void frame(List<ByteBuf> parts) throws ProtocolException {
        lastHeard = services.clock().nanoTime();
        int size = parts.stream().mapToInt(ByteBuf::readableBytes).sum();
        if (!rates.permitsFrame(size)) {
            services.errors().warn("An agent sent more than 120 frames or 20 Mbit a second");
            throw new ProtocolException(CloseReason.BUSY, "over the rate");
        }
        if (!may(Action.PUBLISH)) {
            throw new ProtocolException(CloseReason.NOT_AUTHENTIC, "not this camera’s device");
        }
        WireFrame frame = WireFrame.of(parts, socket.allocator());
        try {
            if (!trackIds.contains(frame.header().track())) {
                throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "a frame of a track that was not announced");
            }
            publication.frame(frame);
            acks.arrived(frame.header().track(), frame.header().sequence());
        } finally {
            frame.release();
        }
        acknowledge();
    }

    void end() {
        publication.end();
    }

    @Override
    public void on(Tracks message) {
        trackIds = message.tracks().stream().map(track -> track.id()).collect(Collectors.toUnmodifiableSet());
        publication.tracks(new TrackSet(message.epoch(), message.tracks()));
    }

    @Override
    public void on(Source message) {
        publication.source(message.state());
    }

    @Override
    public void on(TimeRequest message) {
        long now = services.wallClock().micros();
        socket.send(new TimeReply(message.t0(), now, now));
    }

    @Override
    public void on(TimeReply message) {
        offset.add(
                message.t0(), message.t1(), message.t2(), services.wallClock().micros());
        offset.best().ifPresent(publication::clock);
    }

    @Override
    public void on(NewKey message) throws ProtocolException {
        if (!rotation.answered(message)) {
            throw ProtocolException.unexpected(message.type());
        }
    }

    @Override
    public void demand(PublishDemand demand) {
        socket.post(() -> socket.send(new Demand(demand.viewers(), demand.readers(), demand.tracks())));
    }

    @Override
    public void requestKeyFrame(int track) {
        socket.post(() -> socket.send(new KeyFrameRequest(track)));
    }

    @Override
    public void replaced() {
        socket.post(() -> socket.end(CloseReason.REPLACED));
    }

    private boolean may(Action action) {
        return services.policy().authorize(principal, action, principal.camera());
    }

    /** Called on a worker. */
    private Verdict recheck() {
        boolean wantsKey = services.authenticator()
                .device(principal.id())
                .filter(device -> device.isRotating() && device.nextKey().isEmpty())
                .isPresent();
        if (wantsKey) {
            socket.post(rotation::ask);
        }
        return services.doorkeeper().recheck(principal, principal.camera());
    }

    private void acknowledge() {
        acks.next(services.clock().nanoTime()).ifPresent(socket::send);
    }

    private void askForTime() {
        if (services.clock().nanoTime() - lastHeard > SILENCE_LIMIT.toNanos()) {
            end();
            socket.end(CloseReason.TIMEOUT);
            return;
        }
        socket.send(new TimeRequest(services.wallClock().micros()));
    }

    private void noteSeen() {
        services.worker()
                .<Void>executeBlocking(
                        () -> {
                            services.seen().accept(principal.camera());
                            return null;
                        },
                        false)
                .onFailure(e -> services.errors().failure("It could not be noted that a camera was seen", e));
    }
}
