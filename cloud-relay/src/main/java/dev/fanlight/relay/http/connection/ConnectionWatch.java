package dev.fanlight.relay.http.connection;

import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.socket.ChannelCut;
import dev.fanlight.relay.socket.LateTimer;
import dev.fanlight.runtime.NanoClock;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.VertxConnection;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Closes connections that one address has too many of, and those that keep a socket busy without asking for anything: a request has to be
 * there as a whole, with its body, within {@link RelayTimeouts.Connections#request} of the connection or of the answer before it. Idle timeouts do not do
 * that, since one byte a second resets them. Event loop only, one for each listener and loop.
 */
public final class ConnectionWatch {

    private final Vertx vertx;
    private final ConnectionLimit limit;
    private final RelayTimeouts.Connections timeouts;
    private final NanoClock clock = NanoClock.SYSTEM;
    private final IdentityHashMap<HttpConnection, Progress> connections = new IdentityHashMap<>();

    /** Watches no connection yet. */
    public ConnectionWatch(Vertx vertx, ConnectionLimit limit, RelayTimeouts.Connections timeouts) {
        this.vertx = vertx;
        this.limit = limit;
        this.timeouts = timeouts;
    }

    public void opened(HttpConnection connection) {
        Optional<Runnable> place = limit.open(connection.remoteAddress());
        if (place.isEmpty()) {
            var unused = connection.close();
            return;
        }
        connections.put(connection, new Progress(place.get(), timer(connection, timeouts.request())));
        connection.closeHandler(closed -> forget(connection));
    }

    public void requested(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        Progress progress = connections.get(connection);
        if (progress == null) {
            return;
        }
        progress.answering++;
        progress.newest = Optional.of(request);
        request.response()
                .endHandler(ended -> whenTaken(connection, () -> {
                    progress.answering--;
                    restart(connection, progress.answering > 0 ? timeouts.answer() : timeouts.request());
                }));
        if (request.isEnded()) {
            restart(connection, timeouts.answer());
        } else {
            var unused = request.end().onSuccess(complete -> received(connection));
        }
    }

    /**
     * The newest request of a connection as the server itself made it. What routes get is a wrapper, and so is a socket that is opened
     * through it, behind which the wire cannot be reached.
     */
    public Optional<HttpServerRequest> newestRequest(HttpConnection connection) {
        return Optional.ofNullable(connections.get(connection)).flatMap(progress -> progress.newest);
    }

    /** The connection is a WebSocket from now on, which has its own deadlines; the idle limit cuts before it reads when the process was stopped. */
    public void upgraded(HttpConnection connection) {
        forget(connection);
        withoutIdleLimit(connection);
    }

    /**
     * The connection carries a stream without an end from now on, as its last answer or as a WebSocket. Who sends it has deadlines of its
     * own; it counts among those of its address until what is returned here has been run.
     */
    public Runnable endless(HttpConnection connection) {
        Progress progress = connections.get(connection);
        if (progress != null) {
            vertx.cancelTimer(progress.timer);
            progress.endless = true;
        }
        withoutIdleLimit(connection);
        return () -> forget(connection);
    }

    private static void withoutIdleLimit(HttpConnection connection) {
        ChannelPipeline handlers =
                ((VertxConnection) connection).channelHandlerContext().channel().pipeline();
        if (handlers.get(IdleStateHandler.class) != null) {
            handlers.remove(IdleStateHandler.class);
        }
    }

    private void received(HttpConnection connection) {
        Progress progress = connections.get(connection);
        if (progress != null && progress.answering > 0) {
            restart(connection, timeouts.answer());
        }
    }

    /**
     * A response ends when the relay has written all of it, and is complete when the socket has accepted it: an empty buffer, written
     * behind it into the server’s own queue, completes then.
     */
    private static void whenTaken(HttpConnection connection, Runnable action) {
        // The only way to queue and channel; checked against Vert.x 5.0.10.
        VertxConnection queue = (VertxConnection) connection;
        ChannelPromise taken = queue.channelHandlerContext().newPromise();
        taken.addListener(done -> action.run());
        queue.writeToChannel(Unpooled.EMPTY_BUFFER, true, taken);
    }

    private void restart(HttpConnection connection, Duration limit) {
        Progress progress = connections.get(connection);
        if (progress != null && !progress.endless) {
            vertx.cancelTimer(progress.timer);
            progress.timer = timer(connection, limit);
        }
    }

    private long timer(HttpConnection connection, Duration limit) {
        long due = clock.nanoTime() + limit.toNanos();
        return vertx.setTimer(limit.toMillis(), id -> onTime(connection, due));
    }

    private void onTime(HttpConnection connection, long due) {
        Progress progress = connections.get(connection);
        if (progress != null && LateTimer.isLate(due, clock.nanoTime())) {
            progress.timer = vertx.setTimer(LateTimer.GRACE.toMillis(), id -> end(connection));
        } else {
            end(connection);
        }
    }

    private void end(HttpConnection connection) {
        Progress progress = connections.get(connection);
        forget(connection);
        if (progress != null && progress.answering > 0) {
            ChannelCut.now(
                    ((VertxConnection) connection).channelHandlerContext().channel());
        } else {
            var unused = connection.close();
        }
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
        private boolean endless;
        private long timer;

        Progress(Runnable over, long timer) {
            this.over = over;
            this.timer = timer;
        }
    }
}
