package dev.fanlight.relay.http.route;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.connection.ClientAddress.Client;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.socket.Handshake;
import dev.fanlight.relay.socket.OpenSockets;
import dev.fanlight.relay.socket.PeerKind;
import dev.fanlight.relay.socket.PeerSocket;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Turns requests into sockets, after everything that can be checked before. Stateless but for its counters, thread safe. */
public final class SocketUpgrade {

    private static final int UPGRADE_REQUIRED = 426;

    private final ClientAddress addresses;
    private final SocketLimits limits;
    private final KnownSessions sessions;
    private final OpenSockets open;
    private final Duration closeLimit;
    private final RelayCounters counters;
    private final ErrorLog errors;

    /**
     * Opens sockets.
     *
     * @param addresses knows the address of a client, and by which scheme pages came
     * @param open where open sockets are registered
     * @param closeLimit how long a peer has to answer a close frame
     */
    public SocketUpgrade(
            ClientAddress addresses,
            SocketLimits limits,
            KnownSessions sessions,
            OpenSockets open,
            Duration closeLimit,
            RelayCounters counters,
            ErrorLog errors) {
        this.addresses = addresses;
        this.limits = limits;
        this.sessions = sessions;
        this.open = open;
        this.closeLimit = closeLimit;
        this.counters = counters;
        this.errors = errors;
    }

    /** Opens the socket of a page, if the page is this relay’s. {@code kind} is as what the page is counted. */
    public void ofPage(RoutingContext context, ConnectionWatch watch, PeerKind kind, Handler<PeerSocket> then) {
        HttpServerRequest request = context.request();
        Client client = addresses.of(request);
        if (!isUpgrade(request)) {
            explain(context, new Handshake(client.address(), SessionCookies.credentials(request)));
            return;
        }
        if (!OriginCheck.isOwn(request, addresses)) {
            counters.increment(RelayCounter.ORIGINS_REFUSED);
            errors.warn(
                    "A page of another address than the request names was refused a socket. If it was a page of this relay, a proxy"
                            + " does not pass on Host or X-Forwarded-Proto, or is not in http.trusted_proxies: mend that, or set http.public_url");
            refuse(context, 403);
            return;
        }
        ofPage(context, client, watch, peer -> begin(peer, kind, then));
    }

    /**
     * Opens the socket of an agent, if it comes by TLS to the relay or to a trusted proxy. Browsers send an Origin with every socket and
     * agents have none: a page that asks is refused before anything is counted, so that it cannot use up what its visitor’s address may do.
     * An agent is not limited by its address before it could show who it is.
     */
    public void ofAgent(RoutingContext context, ConnectionWatch watch, Handler<PeerSocket> then) {
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaders.ORIGIN)) {
            counters.increment(RelayCounter.ORIGINS_REFUSED);
            refuse(context, 403);
            return;
        }
        Client client = addresses.of(request);
        if (!client.secure()) {
            if (addresses.lacksScheme(context.request())) {
                errors.warn(
                        "An agent was refused because the proxy does not say that it came by TLS: let it send X-Forwarded-Proto");
            }
            Responses.notFound(context);
            return;
        }
        upgradable(context, watch).ifPresent(raw -> {
            Handshake handshake = new Handshake(client.address(), SessionCookies.credentials(request));
            open(raw, handshake, watch, () -> {}, peer -> begin(peer, PeerKind.AGENT, then));
        });
    }

    private void ofPage(RoutingContext context, Client client, ConnectionWatch watch, Handler<PeerSocket> then) {
        Optional<HttpServerRequest> raw = upgradable(context, watch);
        if (raw.isEmpty()) {
            return;
        }
        Handshake handshake = new Handshake(client.address(), SessionCookies.credentials(context.request()));
        AddressKey address = handshake.key();
        Optional<Duration> wait = limits.attempt(address);
        if (wait.isEmpty()) {
            openCounted(context, raw.get(), handshake, watch, then);
        } else {
            // Or it would be read to its end before it can become a socket.
            raw.get().pause();
            sessions.isKnown(handshake.credentials(), address).onComplete(known -> {
                if (known.succeeded() && known.result()) {
                    openCounted(context, raw.get(), handshake, watch, then);
                } else {
                    raw.get().resume();
                    refuseForNow(context, wait.get());
                }
            });
        }
    }

    private void openCounted(
            RoutingContext context,
            HttpServerRequest raw,
            Handshake handshake,
            ConnectionWatch watch,
            Handler<PeerSocket> then) {
        AddressKey address = handshake.key();
        Optional<Duration> wait = limits.open(address);
        if (wait.isPresent()) {
            raw.resume();
            refuseForNow(context, wait.get());
            return;
        }
        open(raw, handshake, watch, () -> limits.closed(address), peer -> {
            peer.onClosed(() -> limits.closed(address));
            then.handle(peer);
        });
    }

    /** The request as the server made it, if it asks for a socket of our protocol; it is answered otherwise. */
    private Optional<HttpServerRequest> upgradable(RoutingContext context, ConnectionWatch watch) {
        HttpServerRequest request = context.request();
        if (!isUpgrade(request)) {
            upgradeRequired(context);
            return Optional.empty();
        }
        if (!speaksOurProtocol(request)) {
            refuse(context, 400);
            return Optional.empty();
        }
        Optional<HttpServerRequest> raw = watch.newestRequest(request.connection());
        if (raw.isEmpty()) {
            Responses.notFound(context);
        }
        return raw;
    }

    private void open(
            HttpServerRequest request,
            Handshake handshake,
            ConnectionWatch watch,
            Runnable failed,
            Handler<PeerSocket> then) {
        HttpConnection connection = request.connection();
        request.toWebSocket()
                .onComplete(
                        socket -> {
                            watch.upgraded(connection);
                            then.handle(PeerSocket.of(socket, handshake, closeLimit, counters, errors));
                        },
                        e -> {
                            failed.run();
                            counters.increment(RelayCounter.REQUESTS_MALFORMED);
                            errors.warn("A socket was asked for in a way that is not WebSocket");
                        });
    }

    private void begin(PeerSocket peer, PeerKind kind, Handler<PeerSocket> then) {
        if (open.add(peer, kind)) {
            then.handle(peer);
        } else {
            peer.end(CloseReason.BUSY);
        }
    }

    /**
     * Answers a page that asks without an upgrade why its sockets do not open, which browsers keep to themselves: as a socket would be
     * refused now, else with 426. Counts nothing.
     */
    private void explain(RoutingContext context, Handshake handshake) {
        if (OriginCheck.isOfForeignPage(context.request(), addresses)) {
            refuse(context, 403);
            return;
        }
        Optional<Duration> full = limits.full(handshake.key());
        if (full.isPresent()) {
            tooMany(context, full.get());
            return;
        }
        Optional<Duration> blocked = limits.blocked(handshake.key());
        if (blocked.isEmpty()) {
            upgradeRequired(context);
            return;
        }
        sessions.isKnown(handshake.credentials(), handshake.key()).onComplete(known -> {
            if (known.succeeded() && known.result()) {
                upgradeRequired(context);
            } else {
                tooMany(context, blocked.get());
            }
        });
    }

    private void refuseForNow(RoutingContext context, Duration wait) {
        counters.increment(RelayCounter.ADDRESSES_LIMITED);
        tooMany(context, wait);
    }

    private static void tooMany(RoutingContext context, Duration wait) {
        context.response()
                .putHeader("Retry-After", String.valueOf(wait.plusMillis(999).toSeconds()))
                .putHeader("Cache-Control", "no-store");
        refuse(context, 429);
    }

    /** RFC 9110 section 15.5.22. A page that asks so finds out why its sockets do not open. */
    private void upgradeRequired(RoutingContext context) {
        if (context.request().getHeader("Sec-WebSocket-Key") != null) {
            errors.warn(
                    "A WebSocket handshake came without its Upgrade header: a proxy has to pass on Upgrade and Connection");
        }
        context.response().putHeader("Upgrade", "websocket").putHeader("Cache-Control", "no-store");
        refuse(context, UPGRADE_REQUIRED);
    }

    private static boolean isUpgrade(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private static boolean speaksOurProtocol(HttpServerRequest request) {
        String offered =
                Optional.ofNullable(request.getHeader("Sec-WebSocket-Protocol")).orElse("");
        return Arrays.stream(offered.split(",")).map(String::strip).anyMatch(SocketPath.SUBPROTOCOL::equals);
    }

    private static void refuse(RoutingContext context, int status) {
        Responses.putLength(context, Buffer.buffer());
        var unused = context.response().setStatusCode(status).end();
    }
}
