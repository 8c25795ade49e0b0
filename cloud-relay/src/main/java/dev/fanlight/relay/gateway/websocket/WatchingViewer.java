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
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.player.FromPlayerHandler;
import dev.fanlight.protocol.player.MediaDelivery;
import dev.fanlight.protocol.player.Prefer;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.auth.AuthorizedSessions.Seat;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.MessageActions;
import dev.fanlight.relay.chat.Author;
import dev.fanlight.relay.chat.Person;
import dev.fanlight.relay.fanout.QueueLimits;
import dev.fanlight.relay.fanout.ViewerFanOut;
import dev.fanlight.relay.fanout.ViewerQueue;
import dev.fanlight.relay.gateway.websocket.Admission.Admitted;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.socket.SocketAuthorization;
import java.time.Duration;
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

    WatchingViewer(PeerSocket socket, ViewerServices services, Admitted admitted, Optional<String> token) {
        this.socket = socket;
        this.services = services;
        this.admitted = admitted;
        this.sink = new SocketOutput(socket);
        this.fanOut = services.fanOuts().of(admitted.hub());
        this.queue = fanOut.queue(sink, QueueLimits.STANDARD);
        this.person = services.admission().identify(admitted.room(), token, rank());
    }

    /** Says welcome and brings the player up to date, in the order of the protocol. */
    void enter(OptionalLong chatSince) {
        CameraAccess door = admitted.door();
        String token = services.admission().tokenOf(person);
        socket.send(new Welcome(
                door.camera().text(),
                door.title(),
                services.relayVersion(),
                person.id(),
                person.name(),
                rank(),
                token,
                Features.NONE));
        socket.onWritable(queue::drain);
        fanOut.enter(socket.loop(), queue);
        String address = services.admission().tagOf(socket.address());
        admitted.room().join(speaker(), address, chatSince, () -> fanOut.start(socket.loop(), queue));
        watchOverRight();
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
        services.admission().left(admitted);
    }

    @Override
    public void on(Ack message) {
        queue.acknowledged(message.track(), message.sequence());
    }

    @Override
    public void on(Prefer message) {
        queue.prefer(message.quality(), message.latency());
        if (message.media() == MediaDelivery.NONE) {
            fanOut.suspend(socket.loop(), queue);
        } else {
            fanOut.resume(socket.loop(), queue);
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
    public void on(Rename message) {
        admitted.room().rename(speaker(), message.name()).ifPresent(this::remember);
    }

    @Override
    public void on(Moderate message) {
        admitted.room().moderate(speaker(), message);
    }

    /** With the rank of this moment: what a link allows may change while it is used. */
    private Author speaker() {
        return new Author(sink, person, rank());
    }

    private ChatRole rank() {
        return ChatRoles.of(services.policy(), admitted.principal(), admitted.camera());
    }

    private void watchOverRight() {
        long now = TimeUnit.MICROSECONDS.toMillis(services.wallClock().micros());
        String address = socket.handshake().address().getHostAddress();
        SocketAuthorization right = services.rights()
                .watchOver(
                        socket,
                        admitted.principal(),
                        Optional.of(new Seat(admitted.camera(), person.id(), now, address)),
                        () -> services.admission().recheck(admitted, socket.handshake()),
                        CloseReason.LINK_ENDED);
        admitted.expiresAtMillis().ifPresent(end -> right.endsAfter(Duration.ofMillis(end - now)));
    }

    private void remember(String name) {
        services.worker()
                .<Void>executeBlocking(
                        () -> {
                            services.admission().remember(admitted.camera(), person.id(), name);
                            return null;
                        },
                        false)
                .onFailure(e -> services.errors().failure("A name could not be stored", e));
    }
}
