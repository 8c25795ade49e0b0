package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.React;
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.player.FromPlayerHandler;
import dev.fanlight.protocol.player.MediaDelivery;
import dev.fanlight.protocol.player.Prefer;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.protocol.ptz.Ptz;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.MessageActions;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.chat.Author;
import dev.fanlight.relay.chat.ChatRoles;
import dev.fanlight.relay.chat.Person;
import dev.fanlight.relay.fanout.QueueLimits;
import dev.fanlight.relay.fanout.ViewerFanOut;
import dev.fanlight.relay.fanout.ViewerQueue;
import dev.fanlight.relay.gateway.websocket.Admission.Admitted;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.socket.SocketConnection;
import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A player that was let in: gets the stream, takes part in the chat. Event loop only. */
final class WatchingViewer implements FromPlayerHandler {

    private final PeerSocket socket;
    private final ViewerServices services;
    private final Admitted admitted;
    private final SocketOutput sink;
    private final ViewerFanOut fanOut;
    private final ViewerQueue queue;
    private final Person person;
    private final ViewerHead head;
    private final MonitoredSession authorization;
    private final JoinTimer join;

    WatchingViewer(PeerSocket socket, ViewerServices services, Admitted admitted, Watch watch) {
        this.socket = socket;
        this.services = services;
        this.admitted = admitted;
        this.sink = new SocketOutput(socket, watch.features());
        this.fanOut = services.fanOuts().of(admitted.stream());
        this.queue = fanOut.queue(sink, QueueLimits.of(services.timeouts()));
        this.head = new ViewerHead(socket, fanOut, services.clock());
        this.person = services.identities().identify(admitted.room(), watch.person(), role());
        this.authorization = monitorAuthorization();
        this.join = new JoinTimer(services.clock(), services.counters().firstFrames());
    }

    /** Says welcome and brings the player up to date, in the order of the protocol. */
    void enter(OptionalLong chatSince) {
        CameraAccess access = admitted.access();
        String token = services.identities().token(person);
        socket.send(new Welcome(
                access.camera().text(),
                access.title(),
                services.relayVersion(),
                person.id(),
                person.name(),
                role(),
                token,
                features()));
        socket.onWritable(queue::drain);
        fanOut.enter(socket.loop(), queue);
        String address = services.identities().tag(socket.address());
        admitted.room().join(speaker(), address, chatSince, () -> fanOut.start(socket.loop(), queue));
    }

    /** Takes a message, if this player may send such. */
    void heard(FromPlayer message) throws ProtocolException {
        boolean allowed = MessageActions.ofPlayer(message.type())
                .filter(action -> services.policy().authorize(admitted.principal(), action, admitted.camera()))
                .isPresent();
        FromPlayerHandler handler = allowed ? this : new RefusingHandler(socket);
        handler.dispatch(message);
    }

    void leave() {
        admitted.room().leave(sink, person);
        fanOut.leave(socket.loop(), queue);
        admitted.close();
    }

    @Override
    public void on(Ack message) {
        join.acknowledged();
        queue.acknowledged(message.track(), message.sequence());
    }

    @Override
    public void on(Prefer message) {
        queue.prefer(message.quality(), message.latency());
        authorization.away(message.media() == MediaDelivery.NONE);
        if (message.media() != MediaDelivery.ALL) {
            join.cancel();
        }
        switch (message.media()) {
            case ALL -> fanOut.resume(socket.loop(), queue);
            case AUDIO -> fanOut.listen(socket.loop(), queue);
            case NONE -> fanOut.suspend(socket.loop(), queue);
        }
    }

    @Override
    public void on(TimeRequest message) {
        long now = services.wallClock().micros();
        socket.send(new TimeReply(message.t0(), now, now));
    }

    @Override
    public void on(ChatSend message) {
        admitted.room().post(speaker(), message);
    }

    @Override
    public void on(React message) {
        admitted.room().react(speaker(), message);
    }

    @Override
    public void on(Rename message) {
        admitted.room().rename(speaker(), message.name()).ifPresent(this::remember);
    }

    @Override
    public void on(Moderate message) {
        admitted.room().moderate(speaker(), message);
    }

    @Override
    public void on(Ptz message) {
        head.command(message);
    }

    private Features features() {
        List<String> names = new ArrayList<>(services.features().get());
        if (services.policy().authorize(admitted.principal(), Action.STEER, admitted.camera())) {
            names.add(Features.PTZ);
        }
        if (services.policy().authorize(admitted.principal(), Action.REWIND, admitted.camera())) {
            names.add(Features.REWIND);
        }
        return new Features(names);
    }

    /** With the role of this moment: what a link allows may change while it is used. */
    private Author speaker() {
        return new Author(sink, person, role(), link());
    }

    private Optional<String> link() {
        return admitted.principal() instanceof LinkHolder holder ? Optional.of(holder.link()) : Optional.empty();
    }

    private ChatRole role() {
        return ChatRoles.of(services.policy(), admitted.principal(), admitted.camera());
    }

    private MonitoredSession monitorAuthorization() {
        long now = TimeUnit.MICROSECONDS.toMillis(services.wallClock().micros());
        String address = NetUtil.toAddressString(socket.handshake().address());
        MonitoredSession session = services.authorization()
                .monitor(
                        new SocketConnection(socket, CloseReason.LINK_ENDED),
                        admitted.principal(),
                        Optional.of(ViewingSession.ofPerson(admitted.watch(), person.id(), now, address)),
                        admitted.watch().remaining(now),
                        () -> services.admission().recheck(admitted, socket.handshake()));
        socket.onClosed(session::close);
        return session;
    }

    private void remember(String name) {
        services.worker()
                .<Void>executeBlocking(
                        () -> {
                            services.admission().rooms().remember(admitted.camera(), person.id(), name);
                            return null;
                        },
                        false)
                .onFailure(e -> services.errors().failure("A name could not be stored", e));
    }
}
