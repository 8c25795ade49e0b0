package dev.fanlight.relay.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Closes connections that keep a socket busy without asking for anything: in each {@link #WINDOW} a connection has to complete a
 * request or become a WebSocket. Idle timeouts do not do that, since one byte a second resets them. Event loop only, one for each
 * listener and loop.
 */
final class ConnectionWatch {

    /** In so much time something has to come of a connection. */
    static final Duration WINDOW = Duration.ofSeconds(10);

    /** A slow reader may take so many windows to fetch one answer. */
    static final int MAX_ANSWER_WINDOWS = 6;

    private final Vertx vertx;
    private final IdentityHashMap<HttpConnection, Progress> connections = new IdentityHashMap<>();

    ConnectionWatch(Vertx vertx) {
        this.vertx = vertx;
    }

    void opened(HttpConnection connection) {
        connections.put(connection, new Progress());
        connection.closeHandler(closed -> connections.remove(connection));
        vertx.setTimer(WINDOW.toMillis(), timer -> check(connection));
    }

    void requested(HttpServerRequest request) {
        Progress progress = connections.get(request.connection());
        if (progress == null) {
            return;
        }
        progress.answering++;
        progress.newest = Optional.of(request);
        request.response().endHandler(ended -> {
            progress.answering--;
            progress.completed = true;
        });
    }

    /**
     * The newest request of a connection as the server itself made it. What routes get is a wrapper, and so is a socket that is opened
     * through it, behind which the wire cannot be reached.
     */
    Optional<HttpServerRequest> newestRequest(HttpConnection connection) {
        return Optional.ofNullable(connections.get(connection)).flatMap(progress -> progress.newest);
    }

    private void check(HttpConnection connection) {
        Progress progress = connections.get(connection);
        if (progress == null) {
            return;
        }
        progress.windows = progress.answering > 0 ? progress.windows + 1 : 0;
        boolean busy = progress.answering > 0 && progress.windows <= MAX_ANSWER_WINDOWS;
        if (!progress.completed && !busy) {
            connections.remove(connection);
            var unused = connection.close();
            return;
        }
        progress.completed = false;
        vertx.setTimer(WINDOW.toMillis(), timer -> check(connection));
    }

    /** The connection is a WebSocket from now on, which has its own deadlines. */
    void upgraded(HttpConnection connection) {
        connections.remove(connection);
    }

    /** What came of one connection in the current window. */
    private static final class Progress {
        private Optional<HttpServerRequest> newest = Optional.empty();
        private int answering;
        private int windows;
        private boolean completed;
    }
}
