package dev.fanlight.relay.http.route;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Answers what is no HTTP request, or one with too long a line or too many headers, with a wrong escape or a body that cannot be read, and
 * closes the connection. Each is counted, and the log gets one line for many. Thread safe.
 */
public final class InvalidRequest implements Handler<HttpServerRequest> {

    private static final String CONTINUE = "100-continue";
    private static final int BAD_REQUEST = 400;
    private static final int EXPECTATION_FAILED = 417;
    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    private final Consumer<HttpServerRequest> begin;
    private final RelayCounters counters;
    private final ErrorLog errors;

    /** What is invalid goes through {@code begin} first, as every request does; counts in {@code counters} and reports to {@code errors}. */
    InvalidRequest(Consumer<HttpServerRequest> begin, RelayCounters counters, ErrorLog errors) {
        this.begin = begin;
        this.counters = counters;
        this.errors = errors;
    }

    @Override
    public void handle(HttpServerRequest request) {
        begin.accept(request);
        refuse(request, status(request.decoderResult().cause()));
    }

    /** Refuses what is HTTP and yet wrong before anybody looks at it: whether it did. */
    public boolean refuses(HttpServerRequest request) {
        String expected = request.getHeader(HttpHeaders.EXPECT);
        if (expected != null && !expected.equalsIgnoreCase(CONTINUE)) {
            refuse(request, EXPECTATION_FAILED);
            return true;
        }
        if (!isDecodable(request.uri())) {
            refuse(request, BAD_REQUEST);
            return true;
        }
        return false;
    }

    /** Answers a request whose body could not be read. */
    void refuseBody(HttpServerRequest request) {
        refuse(request, BAD_REQUEST);
    }

    private void refuse(HttpServerRequest request, int status) {
        noted();
        end(request, status);
    }

    private static boolean isDecodable(String uri) {
        try {
            QueryStringDecoder decoder = new QueryStringDecoder(uri);
            Objects.requireNonNull(decoder.path());
            Objects.requireNonNull(decoder.parameters());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Counts and reports a request whose answer is made elsewhere. */
    void noted() {
        counters.increment(RelayCounter.REQUESTS_MALFORMED);
        errors.warn("A request was not valid HTTP and was refused");
    }

    private static void end(HttpServerRequest request, int status) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.putHeader("Connection", "close");
        var unused = response.setStatusCode(status)
                .end()
                .eventually(() -> request.connection().close());
    }

    private static int status(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? HEADERS_TOO_LARGE : BAD_REQUEST;
    }
}
