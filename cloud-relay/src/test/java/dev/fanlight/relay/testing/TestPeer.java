package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.testing.Await;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What agents and players of the tests have in common. */
public abstract class TestPeer {

    public final WebSocket socket;
    public final Deque<Message> received = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public TestPeer(WebSocket socket) {
        this.socket = socket;
        socket.closeHandler(v -> closed = true);
        socket.exceptionHandler(e -> {});
    }

    public void send(Message message) {
        socket.writeTextMessage(MessageEncoder.encode(message));
    }

    /** Takes the next message of that type out, leaving out those before it. */
    public <T> T expect(Class<T> type) {
        Await.until(
                type.getSimpleName() + " has come, there are " + received,
                () -> received.stream().anyMatch(type::isInstance));
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
        var unused = ((io.vertx.core.internal.http.WebSocketInternal) socket)
                .channelHandlerContext()
                .channel()
                .close();
    }

    public static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
}
