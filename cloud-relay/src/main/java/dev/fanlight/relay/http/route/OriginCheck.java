package dev.fanlight.relay.http.route;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a page’s socket is asked for by a page of this relay: scheme, host and port of the Origin are exactly those of the request.
 * Both headers stand there once, and the host is a name or an address and a port and nothing else. Stateless.
 */
public final class OriginCheck {

    private static final Pattern AUTHORITY = Pattern.compile("([a-z0-9.-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private OriginCheck() {}

    /** Asks it of a request that its client sent by {@code scheme}. */
    public static boolean isSameOrigin(HttpServerRequest request, String scheme) {
        List<String> origins = request.headers().getAll("Origin");
        List<String> hosts = request.headers().getAll("Host");
        if (origins.size() != 1 || hosts.size() != 1) {
            return false;
        }
        String host = hosts.get(0).toLowerCase(Locale.ROOT);
        return AUTHORITY.matcher(host).matches() && origins.get(0).equals(scheme + "://" + host);
    }
}
