package dev.fanlight.relay.ingest.agent;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.FromAgentHandler;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.ptz.PtzResult;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.MessageActions;
import dev.fanlight.relay.ingest.PublishSession;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.SourceStatus;
import dev.fanlight.relay.wire.WireFrame;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Optional;

/** An agent that was accepted, while it publishes: translates its messages for its publish session. Event loop only. */
final class PublishingAgent implements FromAgentHandler {

    private final PeerSocket socket;
    private final AgentContext context;
    private final PublishSession session;
    private final Optional<DeviceKeyRotation> rotation;
    private final CameraRequests requests;
    private final HeadRequests heads;
    private final Optional<BackfillReceiver> backfill;
    private final AckPacer acks;
    private long lastHeard;
    private boolean asleep;
    private boolean askedLast;

    private PublishingAgent(
            PeerSocket socket,
            AgentContext context,
            PublishSession session,
            Optional<DeviceKeyRotation> rotation,
            CameraRequests requests,
            HeadRequests heads,
            Optional<BackfillReceiver> backfill) {
        this.socket = socket;
        this.context = context;
        this.session = session;
        this.rotation = rotation;
        this.requests = requests;
        this.heads = heads;
        this.backfill = backfill;
        this.acks = new AckPacer(context.clock().nanoTime());
        this.lastHeard = context.clock().nanoTime();
    }

    static PublishingAgent start(
            PeerSocket socket,
            AgentContext context,
            PublishSession session,
            Optional<DeviceKeyRotation> rotation,
            CameraRequests requests,
            HeadRequests heads,
            Optional<BackfillReceiver> backfill) {
        PublishingAgent agent = new PublishingAgent(socket, context, session, rotation, requests, heads, backfill);
        socket.every(AckPacer.INTERVAL, agent::acknowledge);
        socket.every(context.timeouts().timeRequest(), agent::askForTime);
        agent.askForTime();
        return agent;
    }

    /** A message of any type has arrived. */
    void heard() {
        lastHeard = context.clock().nanoTime();
    }

    /** Takes a message, if publishers may send such. */
    void message(FromAgent message) throws ProtocolException {
        if (MessageActions.ofAgent(message.type())
                .filter(action -> action == Action.PUBLISH)
                .isEmpty()) {
            throw ProtocolException.unexpected(message.type());
        }
        dispatch(message);
    }

    void frame(List<ByteBuf> parts) throws ProtocolException {
        heard();
        WireFrame frame = WireFrame.of(parts, socket.allocator());
        try {
            if (backfill.isPresent() && isPiece(frame.header())) {
                takePiece(backfill.get(), frame);
                return;
            }
            session.frame(frame);
            acks.arrived(frame.header().track(), frame.header().sequence());
        } finally {
            frame.release();
        }
        acknowledge();
    }

    private void takePiece(BackfillReceiver receiver, WireFrame frame) throws ProtocolException {
        if (!session.isEnded() && session.permits(frame.size())) {
            receiver.piece(frame.header(), frame.payload());
        }
    }

    private static boolean isPiece(MediaHeader header) {
        return header.kind() == MediaKind.DATA && header.track() == BackfillGroup.TRACK;
    }

    void close() {
        heads.abandon();
        session.close();
    }

    @Override
    public void on(Tracks message) {
        session.tracks(new TrackSet(message.epoch(), message.tracks()));
    }

    @Override
    public void on(Source message) {
        asleep = message.state() == SourceState.ASLEEP;
        session.source(new SourceStatus(message.state(), message.uplink(), message.pause(), message.ptz()));
    }

    @Override
    public void on(TimeRequest message) {
        long now = context.wallClock().micros();
        socket.send(new TimeReply(message.t0(), now, now));
    }

    @Override
    public void on(TimeReply message) {
        session.clock(
                message.t0(), message.t1(), message.t2(), context.wallClock().micros());
    }

    @Override
    public void on(NewKey message) throws ProtocolException {
        if (rotation.filter(asked -> asked.answered(message)).isEmpty()) {
            throw ProtocolException.unexpected(message.type());
        }
    }

    @Override
    public void on(ChatSend message) {
        requests.say(message);
    }

    @Override
    public void on(Share message) {
        requests.share(message);
    }

    @Override
    public void on(PtzResult message) {
        heads.answered(message);
    }

    private void acknowledge() {
        acks.next(context.clock().nanoTime()).ifPresent(socket::send);
    }

    /** Every other time of an agent that is asleep: what it transfers may have a price. */
    private void askForTime() {
        if (context.clock().nanoTime() - lastHeard
                > context.timeouts().silence().toNanos()) {
            session.close();
            socket.end(CloseReason.TIMEOUT);
            return;
        }
        askedLast = !asleep || !askedLast;
        if (askedLast) {
            socket.send(new TimeRequest(context.wallClock().micros()));
        }
    }
}
