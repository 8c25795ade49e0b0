package dev.fanlight.relay.gateway;

import dev.fanlight.relay.auth.WatchGate.Refused;
import dev.fanlight.relay.http.route.Responses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Answers to those who get no stream. Stateless. */
public final class PlayerRefusals {

    /** When to try again where it is not known when there will be a place. */
    private static final Duration WHEN_ONE_LEAVES = Duration.ofSeconds(10);

    /** The relay has no place for one more. */
    public static final String RELAY_FULL = "This relay has as many viewers as it can serve. Try again later.";
    /** The link has no place for one more. */
    public static final String LINK_FULL = "As many people watch with this link as it allows.";

    private PlayerRefusals() {}

    public static void refuse(RoutingContext context, Refused refused) {
        switch (refused.reason()) {
            case NOT_FOUND -> {
                context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                Responses.notFound(context);
            }
            case BANNED -> answer(context, 403, "You may not watch this camera any more.\n");
            case RATE_LIMITED -> {
                retryAfter(context, refused.retryAfter().orElse(WHEN_ONE_LEAVES));
                answer(context, 429, "Too many wrong keys came from this address. Try again later.\n");
            }
            case RELAY_FULL -> full(context, RELAY_FULL + "\n");
            case LINK_FULL -> full(context, LINK_FULL + "\n");
        }
    }

    /** The address asks too often, whatever it shows. */
    public static void tooMany(RoutingContext context, Duration wait) {
        retryAfter(context, wait);
        answer(context, 429, "Too many requests came from this address. Try again later.\n");
    }

    /** A page of another origin asks for what only pages of this relay may have. */
    public static void foreign(RoutingContext context) {
        answer(context, 403, "Pages of other origins need the key of a link.\n");
    }

    /** A stream without an end needs chunks, which HTTP/1.0 does not have. */
    public static void oldVersion(RoutingContext context) {
        answer(context, 505, "Streams need HTTP/1.1. Behind nginx, set proxy_http_version 1.1.\n");
    }

    /** What the camera sends cannot be had by this protocol; it may send something else later. */
    public static void notCarried(RoutingContext context, String sentence) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer(context, 503, sentence + "\n");
    }

    /** There are too many streams. */
    public static void busy(RoutingContext context) {
        full(context, "This relay has as many cameras as it can serve. Try again later.\n");
    }

    private static void full(RoutingContext context, String sentence) {
        retryAfter(context, WHEN_ONE_LEAVES);
        answer(context, 503, sentence);
    }

    private static void retryAfter(RoutingContext context, Duration wait) {
        context.response()
                .putHeader(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(wait.plusMillis(999).toSeconds()));
    }

    private static void answer(RoutingContext context, int status, String sentence) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Responses.finish(context, Buffer.buffer(sentence));
    }
}
