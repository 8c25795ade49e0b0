package dev.fanlight.relay.http.site;

import dev.fanlight.relay.http.route.HealthReport;
import dev.fanlight.relay.http.route.LinkPreview;
import dev.fanlight.relay.http.route.Responses;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.http.route.Routes;
import dev.fanlight.relay.http.route.SecurityHeaders;
import dev.fanlight.relay.http.site.WebBundle.Asset;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Serves the pages, what they are made of, and the health report. The watch page is the same for any
 * camera, so that it reveals none, but for those that their owner has previewed.
 */
public final class SitePages {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String PLAYER_CACHED = "public, max-age=3600";
    private static final String NO_CACHE = "no-cache";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final WebBundle pages;
    private final HealthReport health;
    private final Supplier<Optional<String>> problem;
    private final List<String> frameAncestors;

    /**
     * Serves {@code pages}.
     *
     * @param problem why the relay cannot do all it should now
     * @param frameAncestors origins of other sites that may show cameras in frames
     */
    public SitePages(
            WebBundle pages, HealthReport health, Supplier<Optional<String>> problem, List<String> frameAncestors) {
        this.pages = pages;
        this.problem = problem;
        this.frameAncestors = List.copyOf(frameAncestors);
        this.health = health;
    }

    /** Answers the routes of the site. */
    public void register(Routes routes) {
        RelativePage index = page("index.html");
        RelativePage admin = page("admin.html");
        RelativePage publish = page("publish.html");
        routes.answer(Route.HOME, (context, watch) -> send(context, index.at(0, "")));
        routes.answer(Route.WATCH_PAGE, (context, watch) -> watchPage(context, index, routes));
        routes.answer(Route.EMBED_PAGE, (context, watch) -> embedPage(context, index, 1));
        routes.answer(Route.EMBED_CHAT_PAGE, (context, watch) -> embedPage(context, index, 2));
        routes.answer(Route.PLAYER, (context, watch) -> player(context));
        OEmbed oEmbed = new OEmbed(routes, !frameAncestors.isEmpty());
        routes.answer(Route.OEMBED, (context, watch) -> oEmbed.answer(context));
        routes.answer(Route.GRID_PAGE, (context, watch) -> gridPage(context, index));
        routes.answer(Route.ADMIN_PAGE, (context, watch) -> send(context, admin.at(slashAtEnd(context), "")));
        routes.answer(Route.ADMIN_WORKER, (context, watch) -> send(context, "admin-worker.js", NO_CACHE));
        routes.answer(Route.PUBLISH_PAGE, (context, watch) -> publishPage(context, publish));
        routes.answer(Route.PORTAL_PAGE, (context, watch) -> portalPage(context, publish));
        routes.answer(Route.ASSET, (context, watch) -> send(context, "assets/" + context.pathParam("name"), IMMUTABLE));
        routes.answer(Route.HEALTH, (context, watch) -> health(context));
        routes.answer(Route.READY, (context, watch) -> ready(context));
        routes.answerMissing((context, watch) -> missing(context, index));
    }

    private void embedPage(RoutingContext context, RelativePage index, int depth) {
        SecurityHeaders.allowFraming(context.response(), frameAncestors);
        send(context, index.at(depth + slashAtEnd(context), ""));
    }

    /** A module, which browsers load from another site only where it says so. */
    private void player(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        send(context, "player.js", PLAYER_CACHED);
    }

    private static void gridPage(RoutingContext context, RelativePage index) {
        SecurityHeaders.allowFrames(context.response());
        send(context, index.at(1 + slashAtEnd(context), ""));
    }

    private static void publishPage(RoutingContext context, RelativePage publish) {
        SecurityHeaders.allowCapture(context.response());
        send(context, publish.at(slashAtEnd(context), ""));
    }

    private static void portalPage(RoutingContext context, RelativePage publish) {
        SecurityHeaders.allowFrames(context.response());
        publishPage(context, publish);
    }

    /** When it is not known what the page is to say, it says nothing: the camera may be watched all the same. */
    private static void watchPage(RoutingContext context, RelativePage index, Routes routes) {
        int depth = 1 + slashAtEnd(context);
        routes.previews().of(context, context.pathParam("name")).onComplete(known -> {
            Optional<LinkPreview> preview = known.succeeded() ? known.result() : Optional.empty();
            if (!context.response().closed()) {
                send(context, index.at(depth, preview.map(LinkPreview::html).orElse("")));
            }
        });
    }

    /** The page says by itself that there is nothing; where it cannot find its scripts, one line says so. */
    private static void missing(RoutingContext context, RelativePage index) {
        String path = context.normalizedPath();
        long depth = path.chars().filter(c -> c == '/').count() - 1;
        if (depth < 0
                || depth > RelativePage.MAX_DEPTH
                || context.request().path().contains("//")) {
            Responses.notFound(context);
            return;
        }
        context.response().setStatusCode(NOT_FOUND);
        send(context, index.at((int) depth, ""));
    }

    /** The reason is in the log and in the owner’s status: the public does not see it. */
    private void ready(RoutingContext context) {
        boolean ready = problem.get().isEmpty();
        context.response()
                .setStatusCode(ready ? OK : UNAVAILABLE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Responses.finish(
                context,
                Buffer.buffer(
                        ready ? "{\"status\":\"ready\"}\n" : "{\"status\":\"not_ready\",\"problem\":\"store\"}\n"));
    }

    private void health(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Responses.finish(context, Buffer.buffer(health.json()));
    }

    private RelativePage page(String name) {
        return new RelativePage(pages.find(name)
                .orElseThrow(() -> new IllegalStateException("missing from this build: " + name))
                .content());
    }

    /** One more folder where a path ends with a slash, for the browser. */
    private static int slashAtEnd(RoutingContext context) {
        return context.request().path().endsWith("/") ? 1 : 0;
    }

    /** Pages are small, and one that holds a secret must not be compressed (BREACH); scripts and styles hold none. */
    private static void send(RoutingContext context, Buffer page) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        Responses.finish(context, page);
    }

    private void send(RoutingContext context, String path, String cached) {
        Optional<Asset> found = pages.find(path);
        if (found.isEmpty()) {
            Responses.notFound(context);
            return;
        }
        Asset asset = found.get();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, cached)
                .putHeader(HttpHeaders.VARY, "accept-encoding");
        String accepted = Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("");
        if (accepted.contains("gzip")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            Responses.finish(context, Buffer.buffer(asset.gzip()));
        } else {
            Responses.finish(context, Buffer.buffer(asset.content()));
        }
    }
}
