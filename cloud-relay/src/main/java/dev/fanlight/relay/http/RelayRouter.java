package dev.fanlight.relay.http;

import dev.fanlight.protocol.Endpoint;
import dev.fanlight.relay.access.AccessPolicy;
import dev.fanlight.relay.access.Action;
import dev.fanlight.relay.access.Principal;
import dev.fanlight.relay.http.WebBundle.Asset;
import dev.fanlight.relay.socket.PeerSocket;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Every path there is. The watch page is the same for any camera, so that it tells nothing. */
public final class RelayRouter {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String NO_CACHE = "no-cache";

    private final SecurityHeaders headers;
    private final WebBundle pages;
    private final HealthReport health;
    private final AccessPolicy policy;
    private final SocketUpgrade sockets;
    private final Handler<PeerSocket> viewers;
    private final Handler<PeerSocket> agents;

    /** Routes to pages, health and the sockets of both kinds of peer. */
    public RelayRouter(
            SecurityHeaders headers,
            WebBundle pages,
            HealthReport health,
            AccessPolicy policy,
            SocketUpgrade sockets,
            Handler<PeerSocket> viewers,
            Handler<PeerSocket> agents) {
        this.headers = headers;
        this.pages = pages;
        this.health = health;
        this.policy = policy;
        this.sockets = sockets;
        this.viewers = viewers;
        this.agents = agents;
    }

    /** A router for one listener on one loop. */
    Router create(Vertx vertx, boolean withAgents, ConnectionWatch watch) {
        Router router = Router.router(vertx);
        router.get(Endpoint.VIEW_PATH)
                .handler(context -> guarded(context, Action.CONNECT, c -> sockets.ofPage(c, watch, viewers)));
        if (withAgents) {
            router.get(Endpoint.AGENT_PATH)
                    .handler(context -> guarded(context, Action.CONNECT, c -> sockets.ofAgent(c, watch, agents)));
        }
        router.get("/w/:camera").handler(context -> guarded(context, Action.OPEN_PAGE, this::watchPage));
        router.get("/assets/:name").handler(context -> guarded(context, Action.OPEN_PAGE, this::asset));
        router.get("/healthz").handler(context -> guarded(context, Action.READ_HEALTH, this::health));
        router.get("/").handler(context -> guarded(context, Action.OPEN_PAGE, this::watchPage));
        router.route().handler(RelayRouter::notFound);
        router.errorHandler(400, RelayRouter::notFound);
        router.errorHandler(404, RelayRouter::notFound);
        router.errorHandler(405, RelayRouter::notFound);
        return router;
    }

    /** What every answer says, also one that no route gives. */
    SecurityHeaders headers() {
        return headers;
    }

    private void guarded(RoutingContext context, Action action, Page page) {
        if (policy.authorize(new Principal.Anonymous(), action)) {
            page.answer(context);
        } else {
            notFound(context);
        }
    }

    private void watchPage(RoutingContext context) {
        send(context, pages.find("index.html"), NO_CACHE);
    }

    private void asset(RoutingContext context) {
        send(context, pages.find("assets/" + context.pathParam("name")), IMMUTABLE);
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
        if (accepted.contains("gzip")) {
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

    /** Answers a request. */
    @FunctionalInterface
    private interface Page {
        void answer(RoutingContext context);
    }
}
