package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.event.RelayEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * Server-sent events to one client (the media type {@code text/event-stream} of the HTML standard). One that does not take them is cut.
 * Event loop only, but for {@link #send} and {@link #execute}.
 */
final class EventStream implements MonitoredSession.Connection {

    /** Between two comments without meaning, by which either side notices that the other is gone. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final HttpServerResponse response;
    private final HttpConnection connection;
    private final Vertx vertx;
    private final Context loop;
    private Runnable onEnd = () -> {};
    private boolean ended;

    /** For the event loop that it is made on. */
    EventStream(HttpServerRequest request, Vertx vertx) {
        this.response = request.response();
        this.connection = request.connection();
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
    }

    /** Writes the head; {@code closed} runs when the stream has ended. */
    void start(Runnable closed) {
        onEnd = closed;
        if (response.closed()) {
            ended();
            return;
        }
        response.closeHandler(gone -> ended());
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
        write(": events follow\n\n");
        schedule(HEARTBEAT, this::beat);
    }

    /** Sends an event. Any thread. */
    void send(RelayEvent event) {
        String text = "id: " + event.id() + "\nevent: " + event.type().word() + "\ndata: "
                + event.json().encode() + "\n\n";
        execute(() -> write(text));
    }

    @Override
    public void execute(Runnable task) {
        loop.runOnContext(run -> task.run());
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        vertx.setTimer(
                Math.max(1, delay.toMillis()),
                timer -> loop.runOnContext(run -> {
                    if (!ended) {
                        task.run();
                    }
                }));
    }

    @Override
    public void unauthorized(Reason reason) {
        end();
    }

    private void beat() {
        write(":\n\n");
        schedule(HEARTBEAT, this::beat);
    }

    private void write(String text) {
        if (ended) {
            return;
        }
        if (response.writeQueueFull()) {
            end();
            return;
        }
        var unused = response.write(text);
    }

    private void end() {
        if (ended) {
            return;
        }
        ended();
        if (response.writeQueueFull()) {
            var unused = connection.close();
        } else {
            var unused = response.end().eventually(connection::close);
        }
    }

    private void ended() {
        if (!ended) {
            ended = true;
            onEnd.run();
        }
    }
}
