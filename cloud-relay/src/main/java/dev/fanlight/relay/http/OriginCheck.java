package dev.fanlight.relay.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/**
 * Whether a page’s socket is asked for by a page of this relay: scheme, host and port of the Origin are exactly those of the request.
 * Stateless.
 */
final class OriginCheck {

    private OriginCheck() {}

    /** Asks it of a request that its client sent by {@code scheme}. */
    static boolean isSameOrigin(HttpServerRequest request, String scheme) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null && host != null && origin.equals(scheme + "://" + host.toLowerCase(Locale.ROOT));
    }
}
