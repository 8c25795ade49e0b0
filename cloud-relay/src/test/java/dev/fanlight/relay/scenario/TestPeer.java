package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.codec.MessageEncoder;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What agents and players of the tests have in common. */
abstract class TestPeer {

    final WebSocket socket;
    final Deque<Message> received = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    TestPeer(WebSocket socket) {
        this.socket = socket;
        socket.closeHandler(v -> closed = true);
        socket.exceptionHandler(e -> {});
    }

    void send(Message message) {
        socket.writeTextMessage(MessageEncoder.encode(message));
    }

    /** Takes the next message of that type out, leaving out those before it. */
    <T> T expect(Class<T> type) {
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

    boolean isClosed() {
        return closed;
    }

    void assertClosed(int code, String reason) {
        Await.until("closed with " + reason, this::isClosed);
        assertThat(socket.closeReason()).isEqualTo(reason);
        assertThat((int) socket.closeStatusCode()).isEqualTo(code);
    }

    /** Ends like a process that was killed. */
    void kill() {
        var unused = ((io.vertx.core.internal.http.WebSocketInternal) socket)
                .channelHandlerContext()
                .channel()
                .close();
    }

    static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
}
