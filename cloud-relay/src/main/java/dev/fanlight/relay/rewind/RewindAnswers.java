package dev.fanlight.relay.rewind;

import dev.fanlight.relay.http.route.Responses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

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

    static void busy(RoutingContext context) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "10");
        refuse(context, 503, "As many download from this relay as it can serve. Try again later.\n");
    }

    /**
     * Begins an answer with a file, or the part of it that is asked for.
     *
     * @param length of the file
     * @return what is to be sent; empty when it has been answered, as a part that there is not, and when only the head is asked for
     */
    static Optional<ByteRange> file(RoutingContext context, long length) {
        HttpServerResponse response = context.response();
        Optional<ByteRange> asked = Optional.ofNullable(context.request().getHeader("Range"))
                .flatMap(header -> ByteRange.of(header, length));
        head(context, MP4);
        response.putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (asked.isPresent() && !asked.get().isIn(length)) {
            response.setStatusCode(416).putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
            var unused = response.end();
            return Optional.empty();
        }
        ByteRange range = asked.orElse(new ByteRange(0, length - 1));
        asked.ifPresent(part -> response.setStatusCode(206)
                .putHeader(HttpHeaders.CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + length));
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(range.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            var unused = response.end();
            return Optional.empty();
        }
        return Optional.of(range);
    }

    /** Has browsers save the file of a camera that begins at a time, under a name of both. Before {@link #file}. */
    static void saved(RoutingContext context, String camera, long micros) {
        String name = camera + "-" + TimeUnit.MICROSECONDS.toSeconds(micros) + ".mp4";
        context.response().putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
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
