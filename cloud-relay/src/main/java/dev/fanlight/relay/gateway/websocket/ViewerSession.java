package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.UnknownMessages;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.relay.gateway.websocket.Admission.Admitted;
import dev.fanlight.relay.gateway.websocket.Admission.Decision;
import dev.fanlight.relay.gateway.websocket.Admission.Refused;
import dev.fanlight.relay.gateway.websocket.ViewerState.Checking;
import dev.fanlight.relay.gateway.websocket.ViewerState.Ended;
import dev.fanlight.relay.gateway.websocket.ViewerState.Expected;
import dev.fanlight.relay.gateway.websocket.ViewerState.Watching;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.socket.MessageReceiver;
import dev.fanlight.relay.socket.PeerSocket;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One player’s socket: the request to watch, then the stream and the chat. Event loop only. */
final class ViewerSession implements MessageReceiver {

    // Timers count whole milliseconds.
    private static final Duration LEAST_WAIT = Duration.ofMillis(1);

    /** Bytes of messages a second. */
    static final int BYTES = 16 * 1024;

    /** Messages a second. */
    static final int MESSAGES = 20;

    private static final int BURST_SECONDS = 2;

    private final PeerSocket socket;
    private final ViewerServices services;
    private final TokenBucket bytes;
    private final TokenBucket messages;
    private final UnknownMessages unknown = new UnknownMessages();
    private ViewerState state = new Expected();
    private long lastHeard;

    private ViewerSession(PeerSocket socket, ViewerServices services) {
        this.socket = socket;
        this.services = services;
        this.bytes = new TokenBucket(services.clock(), BYTES, BYTES * BURST_SECONDS);
        this.messages = new TokenBucket(services.clock(), MESSAGES, MESSAGES * BURST_SECONDS);
        this.lastHeard = services.clock().nanoTime();
    }

    /** Takes over a socket that was just opened. */
    static void start(PeerSocket socket, ViewerServices services) {
        ViewerSession session = new ViewerSession(socket, services);
        socket.read(session, 0);
        socket.after(services.timeouts().watch(), session::onWatchDeadline);
        socket.after(services.timeouts().silence(), session::checkSilence);
    }

    @Override
    public void text(byte[] message) throws ProtocolException {
        lastHeard = services.clock().nanoTime();
        count(message.length);
        Optional<FromPlayer> decoded = MessageDecoder.fromPlayer(message);
        if (decoded.isEmpty()) {
            unknown.ignore();
            return;
        }
        received(decoded.get());
    }

    @Override
    public void binary(List<ByteBuf> parts) throws ProtocolException {
        throw new ProtocolException(CloseReason.UNSUPPORTED, "players send no media");
    }

    @Override
    public void control(int length) throws ProtocolException {
        count(length);
    }

    private void count(int length) throws ProtocolException {
        if (!messages.take(1) || !bytes.take(length)) {
            throw new ProtocolException(CloseReason.BUSY, "over the rate");
        }
    }

    @Override
    public void closed() {
        if (state instanceof Watching watching) {
            watching.viewer().leave();
        }
        state = new Ended();
    }

    private void received(FromPlayer message) throws ProtocolException {
        if (state instanceof Watching watching) {
            watching.viewer().heard(message);
            return;
        }
        if (!(state instanceof Expected) || !(message instanceof Watch watch)) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "the first message is \"watch\"");
        }
        state = new Checking();
        services.worker()
                .executeBlocking(() -> services.admission().decide(watch, socket.handshake()), false)
                .onComplete(decision -> onDecided(watch, decision), this::onFailure);
    }

    private void onDecided(Watch watch, Decision decision) {
        if (decision instanceof Refused refused) {
            socket.end(refused.reason());
        } else if (decision instanceof Admitted admitted && state instanceof Checking && !socket.isEnding()) {
            WatchingViewer viewer = new WatchingViewer(socket, services, admitted, watch);
            state = new Watching(viewer);
            viewer.enter(watch.chatSince());
        } else if (decision instanceof Admitted late) {
            late.close();
        }
    }

    private void onFailure(Throwable e) {
        services.errors().failure("A key could not be checked", e);
        socket.end(CloseReason.INTERNAL_ERROR);
    }

    private void onWatchDeadline() {
        if (state instanceof Expected) {
            socket.end(CloseReason.TIMEOUT);
        }
    }

    private void checkSilence() {
        Duration left =
                services.timeouts().silence().minusNanos(services.clock().nanoTime() - lastHeard);
        if (left.compareTo(LEAST_WAIT) < 0) {
            socket.end(CloseReason.TIMEOUT);
        } else {
            socket.after(left, this::checkSilence);
        }
    }
}
