package dev.fanlight.relay.rewind;

import dev.fanlight.relay.http.route.Responses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers to who may see what was recorded. On the event loop of the request. Stateless. */
final class RewindAnswers {

    static final String MP4 = "video/mp4";
    static final String PLAYLIST = "application/vnd.apple.mpegurl";

    private RewindAnswers() {}

    static void body(RoutingContext context, String type, Buffer bytes) {
        head(context, type);
        Responses.finish(context, bytes);
    }

    static void nothing(RoutingContext context) {
        refuse(context, 404, "Nothing was recorded then, or it may not be seen with this link.\n");
    }

    static void tooLong(RoutingContext context) {
        refuse(context, 400, "That is too long for one download. Ask for less than twelve hours at once.\n");
    }

    static void changes(RoutingContext context) {
        refuse(context, 409, "Size or codec of the video changed in between. Download it in two parts.\n");
    }

    /** Lets pages of any origin read the answer, for players that show the key of a link. */
    static void head(RoutingContext context, String type) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, type).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (context.request().getParam("key") != null) {
            context.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    private static void refuse(RoutingContext context, int status, String sentence) {
        context.response().setStatusCode(status);
        head(context, "text/plain; charset=utf-8");
        Responses.finish(context, Buffer.buffer(sentence));
    }
}
