package dev.fanlight.relay.http.listen;

import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.ListenerRole;
import dev.fanlight.relay.http.route.OwnHosts;
import dev.fanlight.relay.http.route.RelayRouter;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.function.Consumer;

/** A listener on one event loop: deployed once for each loop, all with the same port. */
public final class Listener implements Deployable {

    private static final int MISDIRECTED = 421;

    private final ListenerRole role;
    private final HttpServerOptions options;
    private final RelayRouter routes;
    private final OwnHosts hosts;
    private final ConnectionLimit connections;
    private final RelayTimeouts.Connections timeouts;
    private final Consumer<HttpServer> opened;

    /**
     * A listener for one loop.
     *
     * @param role what it is for
     * @param options with address and port
     * @param hosts the host names it answers to without TLS
     * @param connections the limit for each address
     * @param timeouts after which connections are closed
     * @param opened receives the server once it is open
     */
    public Listener(
            ListenerRole role,
            HttpServerOptions options,
            RelayRouter routes,
            OwnHosts hosts,
            ConnectionLimit connections,
            RelayTimeouts.Connections timeouts,
            Consumer<HttpServer> opened) {
        this.role = role;
        this.options = options;
        this.routes = routes;
        this.hosts = hosts;
        this.connections = connections;
        this.timeouts = timeouts;
        this.opened = opened;
    }

    @Override
    public Future<?> deploy(Context context) {
        Vertx vertx = context.owner();
        ConnectionWatch watch = new ConnectionWatch(vertx, connections, timeouts);
        Router router = routes.create(vertx, role, watch);
        Handler<HttpServerRequest> handler = request -> {
            watch.requested(request);
            routes.begin(request);
            if (role.needsOwnHost() && !hosts.accepts(request)) {
                misdirected(request);
            } else if (!routes.invalidRequests().refuses(request)) {
                router.handle(request);
            }
        };
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(watch::opened)
                .requestHandler(handler)
                .invalidRequestHandler(routes.invalidRequests());
        return server.listen().onSuccess(opened::accept);
    }

    /** RFC 9110 section 15.5.20. */
    private static void misdirected(HttpServerRequest request) {
        var unused = request.response()
                .setStatusCode(MISDIRECTED)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("Without TLS this relay answers to localhost, to addresses in digits and to http.public_host.\n");
    }
}
