package dev.fanlight.relay.http.listen;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * What certificate authorities look for without TLS (RFC 8555 section 8.3); everything else is redirected to https.
 *
 * @param path under which the answers are, with a slash at its end
 * @param answers by the rest of the path
 * @param site where everything else is redirected to, like {@code https://cam.example.org}
 */
public record ChallengeSite(String path, Function<String, Optional<String>> answers, String site)
        implements Handler<HttpServerRequest> {

    @Override
    public void handle(HttpServerRequest request) {
        String asked = Optional.ofNullable(request.path()).orElse("/");
        if (!asked.startsWith(path)) {
            String rest = request.uri().startsWith("/") ? request.uri() : "/";
            request.response().setStatusCode(308).putHeader(HttpHeaders.LOCATION, site + rest);
            end(request, "");
            return;
        }
        Optional<String> answer = answers.apply(asked.substring(path.length()));
        request.response()
                .setStatusCode(answer.isPresent() ? 200 : 404)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        end(request, answer.orElse(""));
    }

    /** When this fails the client has disconnected, and there is nothing to be done. */
    private static void end(HttpServerRequest request, String body) {
        var unused = request.response().end(body);
    }
}
