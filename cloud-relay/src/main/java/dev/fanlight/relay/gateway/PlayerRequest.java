package dev.fanlight.relay.gateway;

import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.route.OriginCheck;
import dev.fanlight.relay.http.route.SessionCookies;
import dev.fanlight.relay.ratelimit.AddressKey;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Optional;

/**
 * What a request for a stream says. The key of a link is in the query or, where that can be set, behind {@code Bearer}: who shows one may be
 * a page of any origin. Without a key the session of a page counts, and only for pages of this relay. Immutable.
 *
 * @param camera name or id in the path; any text
 * @param credentials what it shows
 * @param address where it comes from
 * @param isSocket whether it asks for a WebSocket
 * @param isForeign whether it comes from a page of another origin and shows no key
 */
public record PlayerRequest(
        String camera, Credentials credentials, InetAddress address, boolean isSocket, boolean isForeign) {

    private static final String BEARER = "Bearer ";

    public static PlayerRequest of(RoutingContext context, ClientAddress clients) {
        HttpServerRequest request = context.request();
        Optional<String> key = key(request);
        Credentials credentials = key.isPresent() ? Credentials.NONE.withKey(key) : SessionCookies.credentials(request);
        boolean fromPage = request.headers().contains("Origin");
        return new PlayerRequest(
                context.pathParam("camera"),
                credentials,
                clients.of(request).address(),
                "websocket".equalsIgnoreCase(request.getHeader("Upgrade")),
                fromPage && key.isEmpty() && !OriginCheck.isOwn(request, clients));
    }

    /** Whether it shows the key of a link, right or wrong. */
    public boolean showsKey() {
        return credentials.key().isPresent();
    }

    /** The key under which limits count the client. */
    public AddressKey addressKey() {
        return AddressKey.of(address);
    }

    public static boolean isHead(RoutingContext context) {
        return context.request().method().equals(HttpMethod.HEAD);
    }

    private static Optional<String> key(HttpServerRequest request) {
        Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
        return header.or(() -> Optional.ofNullable(request.getParam("key")));
    }
}
