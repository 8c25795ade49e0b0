package dev.fanlight.relay.bench.camera;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.runtime.MediaClock;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An agent’s socket to a relay on this machine. Answers time requests by itself. Thread safe. */
final class AgentSocket {

    private static final String HOST = "localhost";
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LIMIT_SECONDS = 10;
    /** A handful arrives before the stream begins; later ones are dropped. */
    private static final int MAX_RECEIVED = 64;

    private final ClientWebSocket socket;
    private final MediaClock clock;
    private volatile Optional<String> goodbye = Optional.empty();
    private final BlockingQueue<ToAgent> received = new ArrayBlockingQueue<>(MAX_RECEIVED);

    private AgentSocket(ClientWebSocket socket, MediaClock clock) {
        this.socket = socket;
        this.clock = clock;
        socket.textMessageHandler(this::onText);
        socket.exceptionHandler(e -> goodbye = Optional.of("the connection failed: " + e.getMessage()));
    }

    /** Connects; blocking, 10 s at most. */
    static AgentSocket connect(WebSocketClient client, int port, MediaClock clock) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setServer(SocketAddress.inetSocketAddress(port, LOOPBACK))
                .setHost(HOST)
                .setPort(port)
                .setSsl(true)
                .setURI(SocketPath.AGENT_PATH)
                .setAllowOriginHeader(false)
                .addSubProtocol(SocketPath.SUBPROTOCOL);
        try {
            // With its handlers set before it connects: the relay speaks first.
            ClientWebSocket socket = client.webSocket();
            AgentSocket agent = new AgentSocket(socket, clock);
            socket.connect(options).await(LIMIT_SECONDS, TimeUnit.SECONDS);
            return agent;
        } catch (TimeoutException e) {
            throw new UserException(ExitCode.UNREACHABLE, "The relay did not accept the camera's connection.", e);
        }
    }

    /** The key of the relay’s certificate. */
    ServerKey seen() {
        try {
            return ServerKey.of(socket.peerCertificates().get(0).getPublicKey());
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("a TLS socket has a certificate", e);
        }
    }

    void send(Message message) {
        var unused = socket.writeTextMessage(MessageEncoder.encode(message));
    }

    /** Sends a media message, in WebSocket frames of the size allowed to agents. */
    void send(Buffer media) {
        int size = media.length();
        for (int from = 0; from < size; from += WireLimits.MAX_AGENT_FRAME_BYTES) {
            int to = Math.min(size, from + WireLimits.MAX_AGENT_FRAME_BYTES);
            Buffer part = media.slice(from, to);
            var unused = socket.writeFrame(
                    from == 0
                            ? WebSocketFrame.binaryFrame(part, to == size)
                            : WebSocketFrame.continuationFrame(part, to == size));
        }
    }

    /**
     * The next message of this type; messages before it are discarded. Blocking, 10 s at most.
     *
     * @throws UserException if it does not arrive
     */
    <T extends ToAgent> T expect(Class<T> type) {
        try {
            while (true) {
                ToAgent message = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new UserException(ExitCode.FAILED, "The relay did not admit the synthetic camera.");
                }
                if (type.isInstance(message)) {
                    return type.cast(message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    /** Why it was closed, as far as that is known. */
    String closeReason() {
        String code = String.valueOf(socket.closeStatusCode());
        return goodbye.orElse("close code " + code);
    }

    /** Whether the write queue is full. */
    boolean isFull() {
        return socket.writeQueueFull();
    }

    void close() {
        var unused = socket.close();
    }

    private void onText(String text) {
        long arrived = clock.micros();
        try {
            MessageDecoder.toAgent(text.getBytes(StandardCharsets.UTF_8))
                    .ifPresent(message -> onMessage(message, arrived));
        } catch (ProtocolException e) {
            goodbye = Optional.of("the relay sent a malformed message: " + e.getMessage());
            close();
        }
    }

    private void onMessage(ToAgent message, long arrived) {
        if (message instanceof TimeRequest request) {
            send(new TimeReply(request.t0(), arrived, clock.micros()));
            return;
        }
        if (message instanceof Goodbye last) {
            goodbye = Optional.of(last.reason());
        }
        var unused = received.offer(message);
    }
}
