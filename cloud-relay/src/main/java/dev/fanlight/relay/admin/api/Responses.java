package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes answers. Event loop only. */
final class Responses {

    private static final Logger LOG = Logger.getLogger(Responses.class.getName());
    private static final long MILLIS = 1_000;

    private Responses() {}

    /** Sends an answer, or has it begin that goes on. */
    static void send(RoutingContext context, ConnectionWatch watch, Answer answer) {
        if (answer.stream().isPresent()) {
            answer.stream().get().begin(context, watch);
        } else {
            send(context, answer);
        }
    }

    static void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status()).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!answer.type().isEmpty()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, answer.type());
            dev.fanlight.relay.http.route.Responses.putLength(context, answer.body());
        }
        answer.cookies().accept(response);
        // A failure to answer means that the asker is gone, which is nobody’s trouble.
        var unused = response.end(answer.body());
    }

    static void problem(RoutingContext context, Problem problem) {
        LOG.log(Level.FINE, "A call of the API was answered {0}", problem.code().text());
        Answer answer = new Answer(
                problem.code().status(),
                "application/problem+json",
                problem.json().toBuffer(),
                response -> {
                    problem.retryAfter()
                            .ifPresent(wait -> response.putHeader(
                                    HttpHeaders.RETRY_AFTER, Long.toString((wait.toMillis() + MILLIS - 1) / MILLIS)));
                    if (problem.code() == Problem.Code.WRONG_TOKEN) {
                        response.putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                    }
                });
        send(context, answer);
    }
}
