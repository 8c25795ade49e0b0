package dev.fanlight.relay.http.route;

import dev.fanlight.identity.RelayUrl;
import dev.fanlight.relay.http.connection.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a page’s socket is asked for by a page of this relay: scheme, host and port of the Origin are exactly those of the request, or
 * those that are configured. Both headers stand there once, and the host is a name or an address and a port and nothing else. Stateless.
 */
public final class OriginCheck {

    /** Where a page names its origin in a plain request, to which browsers add none when it goes to the same origin. */
    private static final String CLAIMED_ORIGIN = "X-Fanlight-Origin";

    private OriginCheck() {}

    /** Whether a plain request comes from a page whose sockets would be refused: it says so itself, in one header or the other. */
    static boolean isOfForeignPage(HttpServerRequest request, ClientAddress addresses) {
        return Stream.of("Origin", CLAIMED_ORIGIN)
                .map(request.headers()::getAll)
                .anyMatch(origins -> !origins.isEmpty() && !isOwn(request, origins, addresses));
    }

    /**
     * Whether a request’s Origin is that of this relay’s pages: the configured one, or the one that the request itself names. The first
     * holds behind proxies that pass on neither Host nor scheme.
     */
    public static boolean isOwn(HttpServerRequest request, ClientAddress addresses) {
        return isOwn(request, request.headers().getAll("Origin"), addresses);
    }

    private static boolean isOwn(HttpServerRequest request, List<String> origins, ClientAddress addresses) {
        boolean configured = origins.size() == 1
                && addresses.publicOrigin().filter(origins.get(0)::equals).isPresent();
        return configured
                || isSameOrigin(request, origins, addresses.of(request).scheme());
    }

    /** Whether a request that its client sent by {@code scheme} names the same host and port twice. */
    private static boolean isSameOrigin(HttpServerRequest request, List<String> origins, String scheme) {
        List<String> hosts = request.headers().getAll("Host");
        if (origins.size() != 1 || hosts.size() != 1) {
            return false;
        }
        String host = hosts.get(0).toLowerCase(Locale.ROOT);
        return RelayUrl.ofAuthority(host).isPresent() && origins.get(0).equals(scheme + "://" + host);
    }
}
