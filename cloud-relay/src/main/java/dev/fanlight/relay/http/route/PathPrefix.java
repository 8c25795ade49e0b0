package dev.fanlight.relay.http.route;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/**
 * The path below which a proxy serves the relay. Proxies that take it off before they pass a request on and such that do not are both
 * answered. Immutable, thread safe.
 *
 * @param path like {@code /cam}, or empty
 */
public record PathPrefix(String path) {

    private static final String TAKEN_OFF = "fanlight.prefix";

    /** Takes the prefix off the requests of a router, to which no route was added before; {@code headers} are set anew for that. */
    void mount(Router router, Consumer<HttpServerRequest> headers) {
        if (path.isEmpty()) {
            return;
        }
        router.route().handler(context -> {
            headers.accept(context.request());
            context.next();
        });
        router.route(path).handler(this::home);
        router.route(path + "/*").handler(this::below);
    }

    /** The pages name everything relatively, so that the home page has to end with a slash. */
    private void home(RoutingContext context) {
        if (context.get(TAKEN_OFF) != null) {
            context.next();
            return;
        }
        if (context.request().path().endsWith("/")) {
            below(context);
            return;
        }
        context.response().setStatusCode(308).putHeader("Location", path + "/");
        Responses.finish(context, io.vertx.core.buffer.Buffer.buffer());
    }

    /** Once: what comes again below the prefix is a path like any other, and would be taken apart as long as the request names it. */
    private void below(RoutingContext context) {
        if (context.get(TAKEN_OFF) != null) {
            context.next();
            return;
        }
        context.put(TAKEN_OFF, true);
        HttpServerRequest request = context.request();
        String rest = context.normalizedPath().substring(path.length());
        String query = request.query() == null ? "" : "?" + request.query();
        context.reroute(request.method(), (rest.startsWith("/") ? rest : "/" + rest) + query);
    }
}
