package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.protocol.sdp.SdpLimits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/** Reads the offer of a request. Stateless. */
final class DescriptionBody {

    private DescriptionBody() {}

    /** Whether the request says that it has one. */
    static boolean isOffered(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE))
                .map(type -> type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip())
                .filter(RtcAnswers.MEDIA_TYPE::equals)
                .isPresent();
    }

    /** Its text; empty when it is too large. Fails when the connection breaks. To be called before anything else is waited for. */
    static Future<Optional<String>> read(HttpServerRequest request) {
        Promise<Optional<String>> done = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > SdpLimits.MAX_BYTES) {
                done.tryComplete(Optional.empty());
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(done::tryFail);
        request.endHandler(end -> done.tryComplete(Optional.of(body.toString())));
        return done.future();
    }
}
