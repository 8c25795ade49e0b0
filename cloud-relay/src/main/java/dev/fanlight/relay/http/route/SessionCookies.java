package dev.fanlight.relay.http.route;

import dev.fanlight.relay.auth.Credentials;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/**
 * The two cookies there are. Only the relay reads them, only over TLS or on this computer, only for requests of its own pages; the prefix
 * makes browsers hold the relay to that (RFC 6265bis §4.1.3). Stateless.
 */
public final class SessionCookies {

    /** Stands for a set of links. */
    public static final String WATCH = "__Host-fanlight-watch";

    /** Stands for the owner. */
    public static final String OWNER = "__Host-fanlight-owner";

    private static final int MAX_CHARS = 64;

    private SessionCookies() {}

    /** The sessions that a request presents. */
    public static Credentials credentials(HttpServerRequest request) {
        return Credentials.ofCookies(value(request, WATCH), value(request, OWNER));
    }

    /** The value of one cookie, if it was sent and can be one of ours. */
    public static Optional<String> value(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_CHARS);
    }

    /** Gives the browser a cookie until it is closed; the relay ends it sooner when it is not used. */
    public static void give(HttpServerResponse response, String name, String value) {
        response.addCookie(cookie(name, value));
    }

    /** Has the browser forget a cookie. */
    public static void take(HttpServerResponse response, String name) {
        response.addCookie(cookie(name, "").setMaxAge(0));
    }

    private static Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT);
    }
}
