package dev.fanlight.relay.http;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Endpoint;
import dev.fanlight.relay.socket.OpenSockets;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stats.ErrorLog;
import dev.fanlight.relay.stats.RelayCounter;
import dev.fanlight.relay.stats.RelayCounters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;

/** Turns requests into sockets, after everything that can be checked before. Stateless but for its counters, thread safe. */
public final class SocketUpgrade {

    private final ClientAddress addresses;
    private final OpenSockets open;
    private final RelayCounters counters;
    private final ErrorLog errors;

    /** Registers what it opens with {@code open}; {@code addresses} knows by which scheme pages came. */
    public SocketUpgrade(ClientAddress addresses, OpenSockets open, RelayCounters counters, ErrorLog errors) {
        this.addresses = addresses;
        this.open = open;
        this.counters = counters;
        this.errors = errors;
    }

    void ofPage(RoutingContext context, ConnectionWatch watch, Handler<PeerSocket> then) {
        boolean foreign = !OriginCheck.isSameOrigin(
                context.request(), addresses.of(context.request()).scheme());
        if (foreign && isUpgrade(context.request())) {
            counters.increment(RelayCounter.ORIGINS_REFUSED);
            refuse(context, 403);
            return;
        }
        upgrade(context, watch, then);
    }

    void ofAgent(RoutingContext context, ConnectionWatch watch, Handler<PeerSocket> then) {
        upgrade(context, watch, then);
    }

    private void upgrade(RoutingContext context, ConnectionWatch watch, Handler<PeerSocket> then) {
        HttpServerRequest request = context.request();
        if (!isUpgrade(request)) {
            RelayRouter.notFound(context);
            return;
        }
        if (!speaksOurProtocol(request)) {
            refuse(context, 400);
            return;
        }
        HttpConnection connection = request.connection();
        Optional<HttpServerRequest> raw = watch.newestRequest(connection);
        if (raw.isEmpty()) {
            RelayRouter.notFound(context);
            return;
        }
        raw.get()
                .toWebSocket()
                .onComplete(
                        socket -> {
                            watch.upgraded(connection);
                            begin(socket, then);
                        },
                        e -> errors.warn("A socket was asked for in a way that is not WebSocket"));
    }

    private void begin(ServerWebSocket socket, Handler<PeerSocket> then) {
        PeerSocket peer = PeerSocket.of(socket, counters, errors);
        if (open.add(peer)) {
            then.handle(peer);
        } else {
            peer.end(CloseReason.BUSY);
        }
    }

    private static boolean isUpgrade(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private static boolean speaksOurProtocol(HttpServerRequest request) {
        String offered =
                Optional.ofNullable(request.getHeader("Sec-WebSocket-Protocol")).orElse("");
        return Arrays.stream(offered.split(",")).map(String::strip).anyMatch(Endpoint.SUBPROTOCOL::equals);
    }

    private static void refuse(RoutingContext context, int status) {
        var unused = context.response().setStatusCode(status).end();
    }
}
