package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.Responses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers of WHEP and WHIP (RFC 9725 §4). Stateless. */
final class RtcAnswers {

    /** What offers and answers are. */
    static final String MEDIA_TYPE = "application/sdp";

    private static final String METHODS = "POST, DELETE, OPTIONS";

    private RtcAnswers() {}

    /** Names the clock of the video’s timestamps, so that a page knows how old a frame is: {@code epoch=E, zero=T}. */
    static final String VIDEO_CLOCK = "Fanlight-Video-Clock";

    /** The description of this side; the session’s address follows that of the request. */
    static void created(RoutingContext context, String session, String description) {
        String path = context.request().path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        context.response()
                .setStatusCode(201)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.LOCATION, last + "/" + session);
        Responses.finish(context, Buffer.buffer(description));
    }

    /** Why there is no session, or that it has ended; in a sentence. */
    static void sentence(RoutingContext context, int status, String sentence) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Responses.finish(context, Buffer.buffer(sentence + "\n"));
    }

    /**
     * Lets pages of any origin read the answer: who asks has shown a key or knows a session, and no cookie counts beside that.
     */
    static void allowAnyOrigin(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Location, Retry-After")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }

    /** What a browser asks before a page of another origin may send an offer. */
    static void preflight(RoutingContext context, ConnectionWatch watch) {
        allowAnyOrigin(context);
        context.response()
                .setStatusCode(204)
                .putHeader("Accept-Post", MEDIA_TYPE)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
        var unused = context.response().end();
    }

    /** There is nothing to fetch. */
    static void onlyPost(RoutingContext context, ConnectionWatch watch) {
        context.response().putHeader(HttpHeaders.ALLOW, "POST, OPTIONS");
        sentence(context, 405, "Send an offer here: POST, Content-Type " + MEDIA_TYPE + ".");
    }

    /** The answer names all addresses, and none of the other side’s is needed, so that nothing can be added later (RFC 9725 §4.3.1). */
    static void noTrickle(RoutingContext context, ConnectionWatch watch) {
        allowAnyOrigin(context);
        context.response().putHeader(HttpHeaders.ALLOW, "DELETE, OPTIONS");
        sentence(context, 405, "Candidates are not needed here, and sessions are not restarted: begin a new one.");
    }
}
