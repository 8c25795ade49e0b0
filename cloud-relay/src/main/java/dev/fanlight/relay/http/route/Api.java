package dev.fanlight.relay.http.route;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import io.vertx.ext.web.RoutingContext;

/** Answers the routes of the API. Event loop only. */
public interface Api {

    /**
     * Answers one request.
     *
     * @param watch what limits the connection, for answers that go on
     * @param isLocal whether it came in by the listener for this computer’s command line
     */
    void answer(RoutingContext context, ConnectionWatch watch, Route route, boolean isLocal);

    /** Answers a request of the API for which there is no route, or whose body is not good. */
    void refuse(RoutingContext context, int status);
}
