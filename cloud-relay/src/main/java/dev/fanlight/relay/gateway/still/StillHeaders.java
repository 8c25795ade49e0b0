package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.gateway.PlayerRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** The headers of JPEGs. Stateless. */
final class StillHeaders {

    private StillHeaders() {}

    static void put(HttpServerResponse response, PlayerRequest request, String type) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, type).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.showsKey()) {
            // Whoever has the key may watch, on a page of any origin: no cookie counts beside it.
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }
}
