package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.LinkPreview;
import dev.fanlight.relay.http.route.LinkPreviews;
import dev.fanlight.relay.http.route.Responses;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The last still of a camera for anyone who has its address, where the owner allows it. Where not, and where there is none, there is nothing: cameras
 * cannot be told apart from those that do not exist. It wakes nothing. Event loop only, holds no state.
 */
final class PreviewHandler implements RouteHandler, LinkPreviews {

    private static final String CACHED = "public, max-age=60";

    private static final String PAGES = "/w/";

    private final StillServices services;
    private final GatewayContext relay;

    PreviewHandler(StillServices services) {
        this.services = services;
        this.relay = services.relay();
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        Optional<Duration> wait = wait(context.request());
        if (wait.isPresent()) {
            PlayerRefusals.tooMany(context, wait.get());
            return;
        }
        camera(context.pathParam("camera"))
                .onSuccess(camera ->
                        camera.ifPresentOrElse(access -> ask(context, access), () -> Responses.notFound(context)))
                .onFailure(context::fail);
    }

    @Override
    public Future<Optional<LinkPreview>> of(RoutingContext context, String nameOrId) {
        if (wait(context.request()).isPresent()) {
            return Future.succeededFuture(Optional.empty());
        }
        return camera(nameOrId)
                .map(camera -> camera.map(
                        access -> new LinkPreview(access.title(), base(context.request()), encoded(nameOrId))));
    }

    private Future<Optional<CameraAccess>> camera(String nameOrId) {
        return relay.worker().executeBlocking(() -> relay.watchGate().preview(nameOrId), false);
    }

    private Optional<Duration> wait(HttpServerRequest request) {
        return relay.limits()
                .take(
                        LimitedAction.REQUEST,
                        AddressKey.of(relay.clients().of(request).address()));
    }

    private void ask(RoutingContext context, CameraAccess access) {
        Optional<CameraStills> camera =
                relay.streams().open(access.camera(), access.pause()).flatMap(services::of);
        if (camera.isEmpty() || context.response().closed()) {
            Responses.notFound(context);
            return;
        }
        Context loop = relay.vertx().getOrCreateContext();
        StillRequest request = new StillRequest(
                false,
                jpeg -> loop.runOnContext(run -> send(context, jpeg)),
                reason -> loop.runOnContext(run -> missing(context)));
        context.addEndHandler(end -> camera.get().cancel(request));
        camera.get().request(request);
    }

    private static void missing(RoutingContext context) {
        if (!context.response().closed()) {
            Responses.notFound(context);
        }
    }

    private static void send(RoutingContext context, Jpeg jpeg) {
        if (context.response().closed()) {
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHED)
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        Responses.finish(context, Buffer.buffer(jpeg.bytes()));
    }

    /** Where the relay is for this client, with the prefix under which a proxy serves it. */
    private String base(HttpServerRequest request) {
        String path = request.uri().split("\\?", 2)[0];
        int end = Math.max(path.lastIndexOf(PAGES), path.lastIndexOf(Route.OEMBED.path()));
        return relay.clients().of(request).scheme() + "://" + request.authority() + path.substring(0, Math.max(0, end));
    }

    private static String encoded(String nameOrId) {
        return URLEncoder.encode(nameOrId, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
