package dev.fanlight.relay.http.route;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.site.WebBundle;
import dev.fanlight.relay.http.site.WebBundle.Asset;
import dev.fanlight.relay.socket.PeerSocket;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;

/** Every path there is. The watch page is the same for any camera, so that it tells nothing. */
public final class RelayRouter {

    /** Most bytes of the body of a request to the API. */
    public static final int MAX_BODY_BYTES = 16 * 1024;

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    /** Pages are small, and what may one day hold a secret must not be compressed (BREACH); scripts and styles hold none. */
    private static final String PAGES = "text/html";

    private static final String NO_CACHE = "no-cache";

    private static final String ALL_OF_API = Route.API + "/*";

    private final SecurityHeaders headers;
    private final WebBundle pages;
    private final HealthReport health;
    private final AccessPolicy policy;
    private final SocketUpgrade sockets;
    private final Handler<PeerSocket> viewers;
    private final Handler<PeerSocket> agents;
    private final Api api;

    /** Routes to pages, health, the API and the sockets of both kinds of peer. */
    public RelayRouter(
            SecurityHeaders headers,
            WebBundle pages,
            HealthReport health,
            AccessPolicy policy,
            SocketUpgrade sockets,
            Handler<PeerSocket> viewers,
            Handler<PeerSocket> agents,
            Api api) {
        this.headers = headers;
        this.pages = pages;
        this.health = health;
        this.policy = policy;
        this.sockets = sockets;
        this.viewers = viewers;
        this.agents = agents;
        this.api = api;
    }

    /** A router for one listener on one loop: the routes of {@link Route} that its door is for. */
    public Router create(Vertx vertx, ListenerRole door, ConnectionWatch watch) {
        Router router = Router.router(vertx);
        BodyHandler body = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
        for (Route route : Route.values()) {
            if (isFor(route, door)) {
                add(router, route, door, watch, body);
            }
        }
        router.route(ALL_OF_API).handler(context -> api.refuse(context, 404));
        router.route().handler(RelayRouter::notFound);
        for (int status : List.of(400, 404, 405, 413)) {
            router.errorHandler(status, context -> failed(context, status));
        }
        return router;
    }

    /** What every answer says, also one that no route gives. */
    public SecurityHeaders headers() {
        return headers;
    }

    /** Agents come in over TLS, the relay’s or a proxy’s, and by the local door there is nothing but the API. */
    private static boolean isFor(Route route, ListenerRole door) {
        return switch (door) {
            case TLS, PROXY -> true;
            case PLAIN -> route != Route.AGENT_SOCKET;
            case LOCAL -> route.isApi();
        };
    }

    private void add(Router router, Route route, ListenerRole door, ConnectionWatch watch, BodyHandler body) {
        io.vertx.ext.web.Route added = router.route(route.method(), route.pattern());
        if (route.isApi()) {
            added.handler(body).handler(context -> api.answer(context, route, door == ListenerRole.LOCAL));
        } else {
            added.handler(context -> guarded(context, route, watch));
        }
    }

    private void guarded(RoutingContext context, Route route, ConnectionWatch watch) {
        if (policy.authorize(new Principal.Anonymous(), route.action())) {
            answer(context, route, watch);
        } else {
            notFound(context);
        }
    }

    private void answer(RoutingContext context, Route route, ConnectionWatch watch) {
        switch (route) {
            case HOME, WATCH_PAGE -> send(context, pages.find("index.html"), NO_CACHE);
            case ADMIN_PAGE -> send(context, pages.find("admin.html"), NO_CACHE);
            case ASSET -> send(context, pages.find("assets/" + context.pathParam("name")), IMMUTABLE);
            case HEALTH -> health(context);
            case VIEW_SOCKET -> sockets.ofPage(context, watch, viewers);
            case AGENT_SOCKET -> sockets.ofAgent(context, watch, agents);
            default -> notFound(context);
        }
    }

    private void failed(RoutingContext context, int status) {
        if (context.request().path() != null && context.request().path().startsWith(Route.API)) {
            api.refuse(context, status);
        } else {
            notFound(context);
        }
    }

    private void health(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        finish(context, Buffer.buffer(health.json()));
    }

    private static void send(RoutingContext context, Optional<Asset> found, String caching) {
        if (found.isEmpty()) {
            notFound(context);
            return;
        }
        Asset asset = found.get();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                .putHeader(HttpHeaders.VARY, "accept-encoding");
        String accepted = Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("");
        if (accepted.contains("gzip") && !asset.type().startsWith(PAGES)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            finish(context, Buffer.buffer(asset.gzip()));
        } else {
            finish(context, Buffer.buffer(asset.content()));
        }
    }

    static void notFound(RoutingContext context) {
        context.response()
                .setStatusCode(404)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        finish(context, Buffer.buffer("There is nothing here.\n"));
    }

    /** A failure to answer means that the asker is gone, which is nobody’s trouble. */
    private static void finish(RoutingContext context, Buffer body) {
        var unused = context.response().end(body);
    }
}
