package dev.fanlight.relay.monitoring;

import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The port without TLS for monitoring systems. One event loop. */
public final class MonitoringListener implements Deployable {

    private static final int MISDIRECTED = 421;

    private final HttpServerOptions options;
    private final MonitoringPages pages;
    private final Predicate<HttpServerRequest> hosts;
    private final ConnectionLimit connections;
    private final RelayTimeouts.Connections timeouts;
    private final Consumer<HttpServer> opened;

    /**
     * A listener for one loop.
     *
     * @param options with address and port
     * @param hosts whether the host that a request names is answered
     * @param connections how many an address may have open
     * @param timeouts after which connections are closed
     * @param opened receives the server once it is open
     */
    public MonitoringListener(
            HttpServerOptions options,
            MonitoringPages pages,
            Predicate<HttpServerRequest> hosts,
            ConnectionLimit connections,
            RelayTimeouts.Connections timeouts,
            Consumer<HttpServer> opened) {
        this.options = options;
        this.pages = pages;
        this.hosts = hosts;
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
                    answer(request);
                })
                .invalidRequestHandler(request -> {
                    var unused = request.connection().close();
                });
        return server.listen().onSuccess(opened::accept);
    }

    private void answer(HttpServerRequest request) {
        if (hosts.test(request)) {
            pages.answer(request);
            return;
        }
        var unused = request.response()
                .setStatusCode(MISDIRECTED)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("This port answers to localhost, to addresses in digits and to http.public_host.\n");
    }
}
