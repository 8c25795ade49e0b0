package dev.fanlight.agent.uplink.socket;

import dev.fanlight.identity.ServerKey;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.protocol.codec.UnknownMessages;
import io.netty.channel.Channel;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * One open socket to a relay: messages in, messages and media out, malformed input to a close code in one place. Event loop
 * only.
 */
public final class RelaySocket {

    /** What may be written before {@link #isFull()}: a key frame, and a moment of a usual stream. */
    private static final int WRITE_QUEUE_BYTES = 256 * 1024;

    /** Gets the events of a socket. Event loop only. */
    public interface Listener {

        /** A message came; throws when it has no place here. */
        void onMessage(ToAgent message) throws ProtocolException;

        /** Bytes of any kind came: the relay lives. */
        void onSignOfLife();

        /** There is room to write again. */
        void onRoom();

        /** The socket is closed; the last call. */
        void onEnd(SocketEnd end);
    }

    private final ClientWebSocket socket;
    private final boolean ownAuthority;
    private final Duration closeLimit;
    private final TextAssembler texts = new TextAssembler();

    // event loop only
    private final UnknownMessages unknown = new UnknownMessages();
    private boolean closing;

    /**
     * Around a socket that is not connected yet.
     *
     * @param ownAuthority which key goes into signatures
     * @param closeLimit how long the other side has to answer a close frame before the connection is cut
     */
    RelaySocket(ClientWebSocket socket, boolean ownAuthority, Duration closeLimit) {
        this.socket = socket;
        this.ownAuthority = ownAuthority;
        this.closeLimit = closeLimit;
    }

    /** The key that the other side showed, as it goes into signatures. */
    public ServerKey serverKey() {
        return ownAuthority ? ServerKey.of(chain().get(0).getPublicKey()) : ServerKey.WEBPKI;
    }

    /** The key of the authority that the other side showed; empty where the system’s authorities were asked. */
    public Optional<PublicKey> authority() {
        return ownAuthority ? Optional.of(chain().get(chain().size() - 1).getPublicKey()) : Optional.empty();
    }

    private List<Certificate> chain() {
        try {
            return socket.peerCertificates();
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("the handshake has verified the relay", e);
        }
    }

    /** Passes received messages to {@code listener}; to be called before connecting, for the relay speaks first. */
    void listen(Listener listener) {
        socket.frameHandler(frame -> receive(frame, listener));
        socket.drainHandler(nothing -> listener.onRoom());
        // Vert.x reports here what its own decoder refuses, and closes by itself.
        socket.exceptionHandler(failure -> {});
        socket.closeHandler(nothing -> listener.onEnd(end()));
    }

    /** To be called once when it is connected. */
    void opened() {
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
    }

    public void send(FromAgent message) {
        if (!isOver()) {
            socket.writeTextMessage(MessageEncoder.encode(message)).onFailure(ignoreBroken());
        }
    }

    /** Sends a whole media message, in frames of at most 64 KiB. */
    public void sendMedia(byte[] message) {
        if (!isOver()) {
            socket.writeBinaryMessage(Buffer.buffer(message)).onFailure(ignoreBroken());
        }
    }

    /** Whether it takes nothing more now, or never again. */
    public boolean isFull() {
        return isOver() || socket.writeQueueFull();
    }

    /** Asks the other side for a sign of life, which also keeps the connection from being taken for idle. */
    public void ping() {
        if (!isOver()) {
            socket.writePing(Buffer.buffer()).onFailure(ignoreBroken());
        }
    }

    /** Ends it with a reason, at the latest after the limit for that; the first one counts. */
    public void close(CloseReason reason) {
        if (isOver()) {
            return;
        }
        closing = true;
        Channel channel = channel();
        socket.close((short) reason.code(), reason.wireName()).onFailure(ignoreBroken());
        var unused = channel.eventLoop().schedule(() -> cut(channel), closeLimit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Past the pipeline: there a close waits until the other side has taken what was written before, which it may never do. */
    private static void cut(Channel channel) {
        channel.unsafe().close(channel.voidPromise());
    }

    /** The only way to it; checked against Vert.x 5.0.10. */
    private Channel channel() {
        return ((WebSocketInternal) socket).channelHandlerContext().channel();
    }

    private void receive(WebSocketFrame frame, Listener listener) {
        listener.onSignOfLife();
        try {
            Optional<byte[]> text = texts.add(frame);
            if (text.isPresent()) {
                decoded(text.get(), listener);
            }
        } catch (ProtocolException e) {
            socket.frameHandler(ignored -> {});
            close(e.reason());
        }
    }

    private void decoded(byte[] text, Listener listener) throws ProtocolException {
        Optional<ToAgent> message = MessageDecoder.toAgent(text);
        if (message.isPresent()) {
            listener.onMessage(message.get());
        } else {
            unknown.ignore();
        }
    }

    /** Vert.x calls a socket closed only when the other side has answered. */
    private boolean isOver() {
        return closing || socket.isClosed();
    }

    private SocketEnd end() {
        Optional<CloseReason> reason =
                Optional.ofNullable(socket.closeStatusCode()).flatMap(code -> CloseReason.ofCode(code));
        return new SocketEnd(reason, Optional.empty());
    }

    /** A write that fails is followed by the end of the socket, which is reported there. */
    private static Handler<Throwable> ignoreBroken() {
        return failure -> {};
    }
}
