package dev.fanlight.relay.http.listen;

import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** A listener without TLS and without the relay’s routes, for something small. One event loop. */
public final class PlainListener implements Deployable {

    private final HttpServerOptions options;
    private final Handler<HttpServerRequest> answer;
    private final ConnectionLimit connections;
    private final RelayTimeouts.Connections timeouts;
    private final Consumer<HttpServer> opened;

    /**
     * A listener for one loop.
     *
     * @param options with address and port
     * @param answer answers all requests
     * @param connections how many an address may have open
     * @param timeouts after which connections are closed
     * @param opened receives the server once it is open
     */
    public PlainListener(
            HttpServerOptions options,
            Handler<HttpServerRequest> answer,
            ConnectionLimit connections,
            RelayTimeouts.Connections timeouts,
            Consumer<HttpServer> opened) {
        this.options = options;
        this.answer = answer;
        this.connections = connections;
        this.timeouts = timeouts;
        this.opened = opened;
    }

    @Override
    public Future<?> deploy(Context context) {
        ConnectionWatch watch = new ConnectionWatch(context.owner(), connections, timeouts);
        HttpServer server = context.owner()
                .createHttpServer(options)
                .connectionHandler(watch::opened)
                .requestHandler(request -> {
                    watch.requested(request);
                    answer.handle(request);
                })
                .invalidRequestHandler(request -> {
                    var unused = request.connection().close();
                });
        return server.listen().onSuccess(opened::accept);
    }
}
