package dev.fanlight.relay.http.listen;

import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The port without TLS where certificate authorities look for their answers (RFC 8555 section 8.3); everything else is redirected to https. */
public final class ChallengeListener implements Deployable {

    private final HttpServerOptions options;
    private final String path;
    private final Function<String, Optional<String>> answers;
    private final String site;
    private final ConnectionLimit connections;
    private final RelayTimeouts.Connections timeouts;
    private final Consumer<HttpServer> opened;

    /**
     * A listener for one loop.
     *
     * @param options with address and port
     * @param path under which the answers are, with a slash at its end
     * @param answers by the rest of the path
     * @param site where everything else is redirected to, like {@code https://cam.example.org}
     * @param connections how many an address may have open
     * @param timeouts after which connections are closed
     * @param opened receives the server once it is open
     */
    public ChallengeListener(
            HttpServerOptions options,
            String path,
            Function<String, Optional<String>> answers,
            String site,
            ConnectionLimit connections,
            RelayTimeouts.Connections timeouts,
            Consumer<HttpServer> opened) {
        this.options = options;
        this.path = path;
        this.answers = answers;
        this.site = site;
        this.connections = connections;
        this.timeouts = timeouts;
        this.opened = opened;
    }

    @Override
    public Future<?> deploy(Context context) {
        Vertx vertx = context.owner();
        ConnectionWatch watch = new ConnectionWatch(vertx, connections, timeouts);
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(watch::opened)
                .requestHandler(request -> {
                    watch.requested(request);
                    answer(request);
                })
                .invalidRequestHandler(request -> {
                    var unused = request.connection().close();
                });
        return server.listen().onSuccess(opened::accept);
    }

    private void answer(HttpServerRequest request) {
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
