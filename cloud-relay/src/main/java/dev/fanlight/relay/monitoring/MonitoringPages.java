package dev.fanlight.relay.monitoring;

import dev.fanlight.relay.log.ErrorLog;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Answers what a monitoring system asks. Event loops; what blocks runs on a worker, for few at a time. */
public final class MonitoringPages {

    /** Scrapes that run at a time; one more is answered 503. */
    static final int SCRAPES_AT_ONCE = 4;

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final RelayMetrics metrics;
    private final Supplier<String> health;
    private final Supplier<Optional<String>> problem;
    private final Supplier<Map<String, Object>> state;
    private final WorkerExecutor worker;
    private final ErrorLog errors;
    private final AtomicInteger scrapes = new AtomicInteger();

    /**
     * Answers with what these know.
     *
     * @param health the health report
     * @param problem why the relay cannot do all it should now
     * @param state the state of each component
     */
    public MonitoringPages(
            RelayMetrics metrics,
            Supplier<String> health,
            Supplier<Optional<String>> problem,
            Supplier<Map<String, Object>> state,
            WorkerExecutor worker,
            ErrorLog errors) {
        this.metrics = metrics;
        this.health = health;
        this.problem = problem;
        this.state = state;
        this.worker = worker;
        this.errors = errors;
    }

    /** Answers one request. */
    void answer(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !isHead(request)) {
            end(request, 405, TEXT, "Only GET is answered here.\n");
            return;
        }
        switch (Optional.ofNullable(request.path()).orElse("")) {
            case "/metrics" -> scrape(request);
            case "/healthz" -> end(request, 200, JSON, health.get());
            case "/readyz" -> ready(request);
            case "/debug/state" -> end(request, 200, JSON, new JsonObject(state.get()).encodePrettily() + "\n");
            default -> end(request, 404, TEXT, "Here are /metrics, /healthz, /readyz and /debug/state.\n");
        }
    }

    /** Here the reason may be seen, unlike on the public port. */
    private void ready(HttpServerRequest request) {
        Optional<String> reason = problem.get();
        JsonObject json = new JsonObject().put("status", reason.isEmpty() ? "ready" : "not_ready");
        reason.ifPresent(text -> json.put("problem", "store").put("reason", text));
        end(request, reason.isEmpty() ? 200 : 503, JSON, json.encode() + "\n");
    }

    private void scrape(HttpServerRequest request) {
        if (scrapes.incrementAndGet() > SCRAPES_AT_ONCE) {
            scrapes.decrementAndGet();
            end(request, 503, TEXT, "Too many ask for metrics at the same time.\n");
            return;
        }
        worker.executeBlocking(metrics::text, false)
                .onComplete(text -> scrapes.decrementAndGet())
                .onSuccess(text -> end(request, 200, RelayMetrics.CONTENT_TYPE, Buffer.buffer(text)))
                .onFailure(e -> {
                    errors.failure("The metrics could not be read", e);
                    end(request, 500, TEXT, "The metrics could not be read. The log says why.\n");
                });
    }

    private static boolean isHead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.HEAD);
    }

    private static void end(HttpServerRequest request, int status, String type, String body) {
        end(request, status, type, Buffer.buffer(body));
    }

    /** When the answer cannot be sent the client has disconnected, and there is nothing to be done. */
    private static void end(HttpServerRequest request, int status, String type, Buffer body) {
        if (request.response().closed()) {
            return;
        }
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (isHead(request)) {
            request.response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        }
        var unused = request.response().end(body);
    }
}
