package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.http.route.Responses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Answers to players. On the event loop of the request. Stateless. */
final class HlsAnswers {

    private static final String PLAYLIST = "application/vnd.apple.mpegurl";
    private static final String MP4 = "video/mp4";
    private static final String SOON = "1";
    private static final String LATER = "10";

    private HlsAnswers() {}

    /** Lets pages of any origin read the answer, also that there is none. */
    static void allowAnyOrigin(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }

    static void playlist(RoutingContext context, Buffer text) {
        head(context, PLAYLIST);
        Responses.finish(context, text);
    }

    static void media(RoutingContext context, Buffer bytes) {
        head(context, MP4);
        Responses.finish(context, bytes);
    }

    /** A segment, whose parts are not copied. */
    static void media(RoutingContext context, Segment segment) {
        head(context, MP4);
        HttpServerResponse response =
                context.response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(segment.bytes()));
        List<Part> parts = segment.parts();
        for (int i = 0; i < parts.size() - 1; i++) {
            var unused = response.write(parts.get(i).bytes());
        }
        var unused = response.end(parts.get(parts.size() - 1).bytes());
    }

    static void notFound(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Responses.notFound(context);
    }

    static void malformed(RoutingContext context) {
        refuse(context, 400, "_HLS_msn and _HLS_part are numbers, and a part needs its segment.\n");
    }

    static void tooFar(RoutingContext context) {
        refuse(context, 400, "The playlist is not that far yet. Load it without _HLS_msn.\n");
    }

    static void tooMany(RoutingContext context) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, SOON);
        refuse(context, 429, "Too many requests came by this address. Try again later.\n");
    }

    static void nothingYet(RoutingContext context) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, SOON);
        refuse(context, 503, "The camera sends nothing now. Try again later.\n");
    }

    static void withoutMemory(RoutingContext context) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, LATER);
        refuse(context, 503, "As many cameras are watched by HLS as this relay has memory for. Try again later.\n");
    }

    static void notCarried(RoutingContext context, String sentence) {
        refuse(context, 503, sentence + "\n");
    }

    private static void head(RoutingContext context, String type) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, type).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static void refuse(RoutingContext context, int status, String sentence) {
        context.response().setStatusCode(status);
        head(context, "text/plain; charset=utf-8");
        Responses.finish(context, Buffer.buffer(sentence));
    }
}
