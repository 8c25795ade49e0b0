package dev.fanlight.relay.http.route;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;

/** Makes the router of each listener and loop from the {@link Routes} of the relay. Thread safe once the routes are complete. */
public final class RelayRouter {

    /** Most bytes of the body of a request to the API. */
    public static final int MAX_BODY_BYTES = 16 * 1024;

    private static final String ALL_OF_API = Route.API + "/*";

    private final SecurityHeaders headers;
    private final AccessPolicy policy;
    private final Routes routes;
    private final PathPrefix prefix;

    public RelayRouter(SecurityHeaders headers, AccessPolicy policy, Routes routes, PathPrefix prefix) {
        this.headers = headers;
        this.policy = policy;
        this.routes = routes;
        this.prefix = prefix;
    }

    /** A router for one listener on one loop, with the routes that the listener is for. */
    public Router create(Vertx vertx, ListenerRole role, ConnectionWatch watch) {
        Router router = Router.router(vertx);
        prefix.mount(router, headers);
        Api api = routes.api();
        BodyHandler body = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
        for (Route route : Route.values()) {
            if (isFor(route, role)) {
                add(router, api, route, role, watch, body);
            }
        }
        if (role != ListenerRole.LOCAL) {
            routes.added().forEach(route -> add(router, route, watch));
        }
        router.route(ALL_OF_API).handler(context -> api.refuse(context, 404));
        router.route().handler(Responses::notFound);
        for (int status : List.of(400, 404, 405, 413)) {
            router.errorHandler(status, context -> failed(context, api, status));
        }
        return router;
    }

    /** The headers of every answer, also of one that no route gives. */
    public SecurityHeaders headers() {
        return headers;
    }

    /** Agents connect over TLS, the relay’s or a proxy’s; the local listener serves the API and nothing else. */
    private static boolean isFor(Route route, ListenerRole role) {
        return switch (role) {
            case TLS, PROXY -> true;
            case PLAIN -> route != Route.AGENT_SOCKET;
            case LOCAL -> route.isApi();
        };
    }

    private void add(Router router, Api api, Route route, ListenerRole role, ConnectionWatch watch, BodyHandler body) {
        io.vertx.ext.web.Route added = router.route(route.method(), Route.pattern(route.path()));
        if (route.isApi()) {
            added.handler(body).handler(context -> api.answer(context, route, role == ListenerRole.LOCAL));
        } else {
            RouteHandler handler = routes.handler(route);
            added.handler(context -> guarded(context, route, handler, watch));
        }
    }

    private static void add(Router router, AddedRoute route, ConnectionWatch watch) {
        router.route(route.method(), Route.pattern(route.path()))
                .handler(context -> route.handler().answer(context, watch));
    }

    private void guarded(RoutingContext context, Route route, RouteHandler handler, ConnectionWatch watch) {
        if (policy.authorize(new Principal.Anonymous(), route.action())) {
            handler.answer(context, watch);
        } else {
            Responses.notFound(context);
        }
    }

    private static void failed(RoutingContext context, Api api, int status) {
        if (context.request().path() != null && context.request().path().startsWith(Route.API)) {
            api.refuse(context, status);
        } else {
            Responses.notFound(context);
        }
    }
}
