package dev.fanlight.relay.cluster.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connection to Redis that is opened again whenever it is lost: the client does not do that for a connection that is subscribed, and
 * reports the end to {@code endHandler} only. Its loop only, but for {@link #start}.
 */
final class RedisLink {

    /** Time between two attempts to connect. */
    static final Duration RETRY = Duration.ofMillis(250);

    /** How long a connection may take until it is ready for use. */
    static final Duration OPEN = Duration.ofSeconds(4);

    private static final Logger LOG = Logger.getLogger(RedisLink.class.getName());

    private final Vertx vertx;
    private final Context loop;
    private final RedisOptions options;
    private final String purpose;
    private final User user;
    private LinkState state = new LinkState.Connecting();
    private boolean reported;

    RedisLink(Vertx vertx, Context loop, RedisOptions options, String purpose, User user) {
        this.vertx = vertx;
        this.loop = loop;
        this.options = options;
        this.purpose = purpose;
        this.user = user;
    }

    /** What uses the connection. Called on the loop. */
    interface User {

        /** There is a connection; it counts as open when the result is complete, and is opened again when that fails. */
        Future<?> prepare(RedisConnection connection);

        /** The connection is open. */
        void opened();

        /** The connection is lost, after it was open. */
        void lost();
    }

    /** Opens the connection and keeps it open. Any thread. */
    void start() {
        loop.runOnContext(ignored -> connect());
    }

    /** The connection, while it is open. */
    Optional<RedisConnection> open() {
        return state instanceof LinkState.Open open ? Optional.of(open.connection()) : Optional.empty();
    }

    /** Gives up the connection because Redis does not answer on it, and opens another one. */
    void drop() {
        if (state instanceof LinkState.Open open) {
            lost(open.client());
        }
    }

    /** Closes the connection for good. */
    void close() {
        if (state instanceof LinkState.Open open) {
            open.client().close();
        }
        state = new LinkState.Closed();
    }

    private void connect() {
        if (state instanceof LinkState.Closed) {
            return;
        }
        // A new client for each attempt: a pool that has met a dead server need not be trusted.
        Redis client = Redis.createClient(vertx, options);
        client.connect()
                .compose(connection -> {
                    connection.endHandler(ended -> lost(client));
                    connection.exceptionHandler(e -> lost(client));
                    return user.prepare(connection).map(connection);
                })
                // What is accepted and then not answered, as after a power failure, would be waited for without end.
                .timeout(OPEN.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(connection -> opened(client, connection), e -> failed(client, e));
    }

    private void opened(Redis client, RedisConnection connection) {
        if (state instanceof LinkState.Closed) {
            client.close();
            return;
        }
        state = new LinkState.Open(client, connection);
        if (reported) {
            LOG.log(Level.INFO, "Redis answers again, for {0}", purpose);
            reported = false;
        }
        user.opened();
    }

    private void failed(Redis client, Throwable e) {
        client.close();
        if (!reported) {
            reported = true;
            LOG.log(
                    Level.WARNING,
                    "Redis cannot be reached for {0}: {1}. Streams go on; cameras that begin now wait for it.",
                    new Object[] {purpose, e.getMessage()});
        }
        retry();
    }

    private void lost(Redis client) {
        if (state instanceof LinkState.Open open && open.client() == client) {
            state = new LinkState.Connecting();
            client.close();
            user.lost();
            retry();
        }
    }

    private void retry() {
        if (!(state instanceof LinkState.Closed)) {
            vertx.setTimer(RETRY.toMillis(), ignored -> loop.runOnContext(now -> connect()));
        }
    }
}
