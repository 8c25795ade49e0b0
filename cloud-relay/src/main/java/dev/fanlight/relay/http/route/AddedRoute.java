package dev.fanlight.relay.http.route;

import io.vertx.core.http.HttpMethod;

/**
 * A path of a gateway, besides those of {@link Route}. It is served where pages are: not on the listener of the local command line. The handler
 * itself decides who may have the answer.
 *
 * @param method the method
 * @param path the path, with parameters in braces, like {@code /flv/{camera}}
 * @param handler what answers it
 */
public record AddedRoute(HttpMethod method, String path, RouteHandler handler) {

    /** Refuses paths of the API, which has rules of its own. */
    public AddedRoute {
        if (!path.startsWith("/") || path.startsWith(Route.API)) {
            throw new IllegalArgumentException("not a path for a gateway: " + path);
        }
    }
}
