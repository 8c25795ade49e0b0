package dev.fanlight.relay.http.route;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Answers what is no HTTP request, or one with too long a line or too many headers, and closes the connection. Stateless. */
public final class InvalidRequest implements Handler<HttpServerRequest> {

    private static final int BAD_REQUEST = 400;
    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    private final SecurityHeaders headers;

    public InvalidRequest(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    public void handle(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        headers.put(request);
        response.putHeader("Connection", "close");
        var unused = response.setStatusCode(status(request.decoderResult().cause()))
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
