package dev.fanlight.relay.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a page’s socket is asked for by a page of this relay: scheme, host and port of the Origin are exactly those of the request.
 * On the plain listener, which only this computer reaches, a proxy says with X-Forwarded-Proto which scheme browsers see. Stateless.
 */
final class OriginCheck {

    private OriginCheck() {}

    static boolean isSameOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null && host != null && origin.equals(scheme(request) + "://" + host.toLowerCase(Locale.ROOT));
    }

    private static String scheme(HttpServerRequest request) {
        if (request.isSSL()) {
            return "https";
        }
        return Optional.ofNullable(request.getHeader("X-Forwarded-Proto"))
                .filter("https"::equals)
                .orElse("http");
    }
}
