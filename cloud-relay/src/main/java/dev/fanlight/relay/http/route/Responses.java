package dev.fanlight.relay.http.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers that several routes give. Stateless. */
public final class Responses {

    private Responses() {}

    /** The answer where there is nothing, or nothing that this client may know of. */
    public static void notFound(RoutingContext context) {
        context.response()
                .setStatusCode(404)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        finish(context, Buffer.buffer("There is nothing here.\n"));
    }

    /** Ends the answer. When that fails the client has disconnected, and there is nothing to be done. */
    public static void finish(RoutingContext context, Buffer body) {
        var unused = context.response().end(body);
    }
}
