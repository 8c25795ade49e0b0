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
import java.util.function.Consumer;

/** One loop’s share of a listener: deployed once for each event loop, all with the same port. */
public final class Listener implements Deployable {

    private final Door door;
    private final HttpServerOptions options;
    private final RelayRouter routes;
    private final Consumer<HttpServer> opened;

    /**
     * A share of a listener.
     *
     * @param door what it is for
     * @param options with address and port
     * @param opened told the server once it is open
     */
    public Listener(Door door, HttpServerOptions options, RelayRouter routes, Consumer<HttpServer> opened) {
        this.door = door;
        this.options = options;
        this.routes = routes;
        this.opened = opened;
    }

    @Override
    public Future<?> deploy(Context context) {
        Vertx vertx = context.owner();
        ConnectionWatch watch = new ConnectionWatch(vertx);
        Router router = routes.create(vertx, door, watch);
        Handler<HttpServerRequest> handler = request -> {
            watch.requested(request);
            routes.headers().put(request);
            router.handle(request);
        };
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(watch::opened)
                .requestHandler(handler)
                .invalidRequestHandler(new InvalidRequest(routes.headers()));
        return server.listen().onSuccess(opened::accept);
    }
}
