package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.testing.Await;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What agents and players of the tests have in common. */
public abstract class TestPeer {

    public static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    public final ClientWebSocket socket;
    public final Deque<Message> received = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;
    private WebSocketInternal connection;

    protected TestPeer(ClientWebSocket socket) {
        this.socket = socket;
        socket.closeHandler(v -> closed = true);
        socket.exceptionHandler(e -> {});
    }

    /** Connects when all handlers are set: the relay speaks first, and what comes before a handler would be lost. */
    protected final void connect(WebSocketConnectOptions options) {
        try {
            connection = (WebSocketInternal) socket.connect(options.addSubProtocol(SocketPath.SUBPROTOCOL))
                    .await(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public void send(Message message) {
        socket.writeTextMessage(MessageEncoder.encode(message));
    }

    /** Takes the next message of that type out, leaving out those before it. */
    public <T> T expect(Class<T> type) {
        Await.until(type.getSimpleName() + " has come", () -> received.stream().anyMatch(type::isInstance));
        Iterator<Message> messages = received.iterator();
        while (messages.hasNext()) {
            Message message = messages.next();
            messages.remove();
            if (type.isInstance(message)) {
                return type.cast(message);
            }
        }
        throw new AssertionError();
    }

    public boolean isClosed() {
        return closed;
    }

    public void assertClosed(int code, String reason) {
        Await.until("closed with " + reason, this::isClosed);
        assertThat(socket.closeReason()).isEqualTo(reason);
        assertThat((int) socket.closeStatusCode()).isEqualTo(code);
    }

    /** Ends like a process that was killed. */
    public void kill() {
        var unused = connection.channelHandlerContext().channel().close();
    }
}
