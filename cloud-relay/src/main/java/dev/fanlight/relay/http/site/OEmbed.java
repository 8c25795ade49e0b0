package dev.fanlight.relay.http.site;

import dev.fanlight.relay.http.route.LinkPreview;
import dev.fanlight.relay.http.route.Responses;
import dev.fanlight.relay.http.route.Routes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says how other sites show a camera (oEmbed 1.0), for those cameras that their owner has previewed; for all others there is nothing. Event
 * loop only, holds no state.
 */
final class OEmbed {

    private static final Pattern PAGE = Pattern.compile(".*/(?:w|embed)/([^/]{1,64})/?");
    private static final int WIDTH = 640;
    private static final int MOST_WIDTH = 3840;
    private static final String CACHED = "public, max-age=3600";

    private final Routes routes;
    private final boolean framed;

    /** For a relay whose pages other sites may frame, or may not: then they get a link. */
    OEmbed(Routes routes, boolean framed) {
        this.routes = routes;
        this.framed = framed;
    }

    void answer(RoutingContext context) {
        String format = context.request().getParam("format", "json");
        Optional<String> camera = camera(context.request().getParam("url", ""));
        if (camera.isEmpty()) {
            Responses.notFound(context);
            return;
        }
        if (!format.equals("json")) {
            notImplemented(context);
            return;
        }
        routes.previews()
                .of(context, camera.get())
                .onSuccess(known ->
                        known.ifPresentOrElse(preview -> send(context, preview), () -> Responses.notFound(context)))
                .onFailure(context::fail);
    }

    /** A relay only knows cameras of its own, so it does not matter which host the page is said to be on. */
    private static Optional<String> camera(String url) {
        try {
            Matcher page =
                    PAGE.matcher(Optional.ofNullable(new URI(url).getPath()).orElse(""));
            return page.matches() ? Optional.of(page.group(1)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void send(RoutingContext context, LinkPreview preview) {
        JsonObject answer = new JsonObject()
                .put("version", "1.0")
                .put("type", framed ? "video" : "link")
                .put("title", preview.title())
                .put("provider_name", "Fanlight")
                .put("provider_url", preview.relay() + "/");
        if (framed) {
            int width = width(context);
            int height = width * 9 / 16;
            answer.put("html", preview.frame(width, height)).put("width", width).put("height", height);
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHED);
        Responses.finish(context, answer.toBuffer());
    }

    /** As wide as asked for, with both limits kept at 16:9. */
    private static int width(RoutingContext context) {
        int widest = limit(context, "maxwidth", WIDTH);
        int byHeight = limit(context, "maxheight", MOST_WIDTH) * 16 / 9;
        return Math.max(1, Math.min(widest, byHeight));
    }

    private static int limit(RoutingContext context, String name, int otherwise) {
        try {
            return Math.min(
                    MOST_WIDTH, Math.max(1, Integer.parseInt(context.request().getParam(name, ""))));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static void notImplemented(RoutingContext context) {
        context.response().setStatusCode(501).putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
        Responses.finish(context, Buffer.buffer("Only JSON is answered: format=json.\n"));
    }
}
