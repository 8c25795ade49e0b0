package dev.fanlight.relay.http;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.function.IntConsumer;

/** One loop’s share of a listener: deployed once for each event loop, all with the same port. */
public final class Listener implements Deployable {

    private final HttpServerOptions options;
    private final String host;
    private final int port;
    private final RelayRouter routes;
    private final IntConsumer listening;

    /**
     * A share of a listener.
     *
     * @param port 1–65535, or a negative number for any free port, the same for all that have the same number
     * @param listening told the port once it is open
     */
    public Listener(HttpServerOptions options, String host, int port, RelayRouter routes, IntConsumer listening) {
        this.options = options;
        this.host = host;
        this.port = port;
        this.routes = routes;
        this.listening = listening;
    }

    @Override
    public Future<?> deploy(Context context) {
        Vertx vertx = context.owner();
        ConnectionWatch watch = new ConnectionWatch(vertx);
        Router router = routes.create(vertx, options.isSsl(), watch);
        Handler<HttpServerRequest> handler = request -> {
            watch.requested(request);
            routes.headers().put(request);
            router.handle(request);
        };
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(watch::opened)
                .requestHandler(handler)
                .invalidRequestHandler(new InvalidRequest(routes.headers()));
        return server.listen(port, host).onSuccess(open -> listening.accept(open.actualPort()));
    }
}
