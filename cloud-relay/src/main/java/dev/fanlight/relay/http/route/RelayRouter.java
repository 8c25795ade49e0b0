package dev.fanlight.relay.http.route;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.log.RequestScope;
import dev.fanlight.relay.metrics.RelayCounters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the router of each listener and loop from the {@link Routes} of the relay. Thread safe once the routes are complete. */
public final class RelayRouter {

    /** Most bytes of the body of a request to the API. */
    public static final int MAX_BODY_BYTES = 16 * 1024;

    private static final String ALL_OF_API = Route.API + "/*";

    /** With this status the library reports that a body broke off or was malformed; checked against Vert.x Web 5.0.10. */
    private static final int UNREADABLE_BODY = 200;

    private static final List<String> FORMS = List.of("multipart/", "application/x-www-form-urlencoded");

    private final SecurityHeaders headers;
    private final RequestIds ids;
    private final AccessPolicy policy;
    private final Routes routes;
    private final PathPrefix prefix;
    private final ErrorLog errors;
    private final InvalidRequest invalid;

    /**
     * Routers for {@code routes}; what clients send wrongly is counted in {@code counters}, what fails here is reported to {@code errors}.
     *
     * @param prefix the path under which a proxy serves this relay
     */
    public RelayRouter(
            SecurityHeaders headers,
            RequestIds ids,
            AccessPolicy policy,
            Routes routes,
            PathPrefix prefix,
            RelayCounters counters,
            ErrorLog errors) {
        this.headers = headers;
        this.ids = ids;
        this.policy = policy;
        this.routes = routes;
        this.prefix = prefix;
        this.errors = errors;
        this.invalid = new InvalidRequest(this::begin, counters, errors);
    }

    /** A router for one listener on one loop, with the routes that the listener is for. */
    public Router create(Vertx vertx, ListenerRole role, ConnectionWatch watch) {
        Router router = Router.router(vertx);
        prefix.mount(router, this::begin);
        Api api = routes.api();
        BodyHandler body = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
        router.route(ALL_OF_API).handler(context -> withoutForms(context, api));
        for (Route route : Route.values()) {
            if (isFor(route, role)) {
                add(router, api, route, role, watch, body);
            }
        }
        if (role != ListenerRole.LOCAL) {
            routes.added().forEach(route -> add(router, route, watch));
        }
        router.route(ALL_OF_API).handler(context -> api.refuse(context, 404));
        router.route().handler(context -> missing(context, role, watch));
        for (int status : List.of(UNREADABLE_BODY, 400, 404, 405, 413, 500)) {
            router.errorHandler(status, context -> failed(context, api, status));
        }
        return router;
    }

    /** Answers what is no valid request. */
    public InvalidRequest invalidRequests() {
        return invalid;
    }

    /** Gives a request its id, and its answer the headers that every one has, also one that no route gives. Event loop only. */
    public void begin(HttpServerRequest request) {
        ids.begin(request);
        headers.put(request);
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
        io.vertx.ext.web.Route added = route(router, route.method(), route.path());
        if (route.isApi()) {
            added.handler(body).handler(context -> api.answer(context, watch, route, role == ListenerRole.LOCAL));
        } else {
            RouteHandler handler = routes.handler(route);
            added.handler(context -> guarded(context, route, handler, watch));
        }
    }

    private static void add(Router router, AddedRoute route, ConnectionWatch watch) {
        route(router, route.method(), route.path())
                .handler(context -> route.handler().answer(context, watch));
    }

    private void guarded(RoutingContext context, Route route, RouteHandler handler, ConnectionWatch watch) {
        if (policy.authorize(new Principal.Anonymous(), route.action())) {
            handler.answer(context, watch);
        } else {
            Responses.notFound(context);
        }
    }

    /** A person gets a page that says so and leads on; anything else gets one line. */
    private void missing(RoutingContext context, ListenerRole role, ConnectionWatch watch) {
        if (role != ListenerRole.LOCAL && wantsPage(context)) {
            routes.missing().answer(context, watch);
        } else {
            Responses.notFound(context);
        }
    }

    private static boolean wantsPage(RoutingContext context) {
        HttpMethod method = context.request().method();
        String accepted = Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT))
                .orElse("");
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) && accepted.contains("text/html");
    }

    /** What can be fetched can be asked about, too (RFC 9110 section 9.3.2). */
    private static io.vertx.ext.web.Route route(Router router, HttpMethod method, String path) {
        io.vertx.ext.web.Route added = router.route(method, Route.pattern(path));
        return method.equals(HttpMethod.GET) ? added.method(HttpMethod.HEAD) : added;
    }

    /** Nothing here takes forms, and the library’s decoder fails at strange ones. */
    private static void withoutForms(RoutingContext context, Api api) {
        String type = Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_TYPE))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (FORMS.stream().anyMatch(type::startsWith)) {
            api.refuse(context, 415);
        } else {
            context.next();
        }
    }

    private void failed(RoutingContext context, Api api, int status) {
        switch (status) {
            case UNREADABLE_BODY, 400 -> unreadable(context, api);
            case 500 -> {
                errors.failure("A request could not be answered", cause(context));
                refuse(context, api, status);
            }
            default -> refuse(context, api, status);
        }
    }

    private void unreadable(RoutingContext context, Api api) {
        if (isOfApi(context)) {
            invalid.noted();
            api.refuse(context, 400);
        } else {
            invalid.refuseBody(context.request());
        }
    }

    private static boolean isOfApi(RoutingContext context) {
        return context.request().path() != null && context.request().path().startsWith(Route.API);
    }

    private static void refuse(RoutingContext context, Api api, int status) {
        if (isOfApi(context)) {
            api.refuse(context, status);
        } else if (status == 500) {
            context.response().setStatusCode(status);
            Responses.finish(
                    context, Buffer.buffer("The relay could not do that. Its log says why" + ofRequest() + ".\n"));
        } else {
            Responses.notFound(context);
        }
    }

    private static String ofRequest() {
        return RequestScope.id().map(id -> ", for request " + id.text()).orElse("");
    }

    private static Throwable cause(RoutingContext context) {
        return Optional.ofNullable(context.failure()).orElseGet(() -> new IllegalStateException("no cause is known"));
    }
}
