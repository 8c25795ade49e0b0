package dev.fanlight.relay.http.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
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
        putLength(context, body);
        var unused = context.response().end(body);
    }

    /** The server adds the length of a body to what answers GET only, and leaves out the body of what answers HEAD. */
    public static void putLength(RoutingContext context, Buffer body) {
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        }
    }
}
