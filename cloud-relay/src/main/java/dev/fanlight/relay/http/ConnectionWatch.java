package dev.fanlight.relay.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Closes connections that one address has too many of, and those that keep a socket busy without asking for anything: a request has to be
 * there as a whole, with its body, within {@link #REQUEST_LIMIT} of the connection or of the answer before it. Idle timeouts do not do
 * that, since one byte a second resets them. Event loop only, one for each listener and loop.
 */
public final class ConnectionWatch {

    /** In so much time a request has to be complete, or the connection a WebSocket. With the TLS handshake before it, 15 s. */
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    /** A slow reader may take so long to fetch one answer. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final ConnectionLimit limit;
    private final IdentityHashMap<HttpConnection, Progress> connections = new IdentityHashMap<>();

    ConnectionWatch(Vertx vertx, ConnectionLimit limit) {
        this.vertx = vertx;
        this.limit = limit;
    }

    void opened(HttpConnection connection) {
        Optional<Runnable> place = limit.open(connection.remoteAddress());
        if (place.isEmpty()) {
            var unused = connection.close();
            return;
        }
        connections.put(connection, new Progress(place.get(), timer(connection, REQUEST_LIMIT)));
        connection.closeHandler(closed -> forget(connection));
    }

    void requested(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        Progress progress = connections.get(connection);
        if (progress == null) {
            return;
        }
        progress.answering++;
        progress.newest = Optional.of(request);
        request.response().endHandler(ended -> {
            progress.answering--;
            restart(connection, REQUEST_LIMIT);
        });
        if (request.isEnded()) {
            restart(connection, ANSWER_LIMIT);
        } else {
            var unused = request.end().onSuccess(complete -> received(connection));
        }
    }

    /**
     * The newest request of a connection as the server itself made it. What routes get is a wrapper, and so is a socket that is opened
     * through it, behind which the wire cannot be reached.
     */
    Optional<HttpServerRequest> newestRequest(HttpConnection connection) {
        return Optional.ofNullable(connections.get(connection)).flatMap(progress -> progress.newest);
    }

    /** The connection is a WebSocket from now on, which has its own deadlines. */
    void upgraded(HttpConnection connection) {
        forget(connection);
    }

    private void received(HttpConnection connection) {
        Progress progress = connections.get(connection);
        if (progress != null && progress.answering > 0) {
            restart(connection, ANSWER_LIMIT);
        }
    }

    private void restart(HttpConnection connection, Duration limit) {
        Progress progress = connections.get(connection);
        if (progress != null) {
            vertx.cancelTimer(progress.timer);
            progress.timer = timer(connection, limit);
        }
    }

    private long timer(HttpConnection connection, Duration limit) {
        return vertx.setTimer(limit.toMillis(), late -> {
            forget(connection);
            var unused = connection.close();
        });
    }

    private void forget(HttpConnection connection) {
        Progress progress = connections.remove(connection);
        if (progress != null) {
            vertx.cancelTimer(progress.timer);
            progress.over.run();
        }
    }

    /** How far one connection is. */
    private static final class Progress {
        private final Runnable over;
        private Optional<HttpServerRequest> newest = Optional.empty();
        private int answering;
        private long timer;

        Progress(Runnable over, long timer) {
            this.over = over;
            this.timer = timer;
        }
    }
}
