package dev.fanlight.relay.http.route;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import io.vertx.ext.web.RoutingContext;

/** Answers the requests of one route, on the event loop of their connection. */
@FunctionalInterface
public interface RouteHandler {

    /**
     * Answers one request; must not block.
     *
     * @param context the request and its response, with the security headers set
     * @param watch what limits the connection, for handlers that upgrade it
     */
    void answer(RoutingContext context, ConnectionWatch watch);
}
