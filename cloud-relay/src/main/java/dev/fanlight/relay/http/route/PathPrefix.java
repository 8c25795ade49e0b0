package dev.fanlight.relay.http.route;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The path below which a proxy serves the relay. Proxies that take it off before they pass a request on and such that do not are both
 * answered. Immutable, thread safe.
 *
 * @param path like {@code /cam}, or empty
 */
public record PathPrefix(String path) {

    /** Takes the prefix off the requests of a router, to which no route was added before; {@code headers} are set anew for that. */
    void mount(Router router, SecurityHeaders headers) {
        if (path.isEmpty()) {
            return;
        }
        router.route().handler(context -> {
            headers.put(context.request());
            context.next();
        });
        router.route(path).handler(this::home);
        router.route(path + "/*").handler(this::below);
    }

    /** The pages name everything relatively, so that the home page has to end with a slash. */
    private void home(RoutingContext context) {
        if (context.request().path().endsWith("/")) {
            below(context);
            return;
        }
        context.response().setStatusCode(308).putHeader("Location", path + "/");
        Responses.finish(context, io.vertx.core.buffer.Buffer.buffer());
    }

    private void below(RoutingContext context) {
        HttpServerRequest request = context.request();
        String rest = request.uri().substring(path.length());
        context.reroute(request.method(), rest.startsWith("/") ? rest : "/" + rest);
    }
}
