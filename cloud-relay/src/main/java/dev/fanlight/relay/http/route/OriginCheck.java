package dev.fanlight.relay.http.route;

import dev.fanlight.relay.http.connection.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a page’s socket is asked for by a page of this relay: scheme, host and port of the Origin are exactly those of the request, or
 * those that are configured. Both headers stand there once, and the host is a name or an address and a port and nothing else. Stateless.
 */
public final class OriginCheck {

    private static final Pattern AUTHORITY = Pattern.compile("([a-z0-9.-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private OriginCheck() {}

    /**
     * Whether a request’s Origin is that of this relay’s pages: the configured one, or the one that the request itself names. The first
     * holds behind proxies that pass on neither Host nor scheme.
     */
    public static boolean isOwn(HttpServerRequest request, ClientAddress addresses) {
        List<String> origins = request.headers().getAll("Origin");
        boolean configured = origins.size() == 1
                && addresses.publicOrigin().filter(origins.get(0)::equals).isPresent();
        return configured || isSameOrigin(request, addresses.of(request).scheme());
    }

    /** Whether a request that its client sent by {@code scheme} names the same host and port twice. */
    static boolean isSameOrigin(HttpServerRequest request, String scheme) {
        List<String> origins = request.headers().getAll("Origin");
        List<String> hosts = request.headers().getAll("Host");
        if (origins.size() != 1 || hosts.size() != 1) {
            return false;
        }
        String host = hosts.get(0).toLowerCase(Locale.ROOT);
        return AUTHORITY.matcher(host).matches() && origins.get(0).equals(scheme + "://" + host);
    }
}
