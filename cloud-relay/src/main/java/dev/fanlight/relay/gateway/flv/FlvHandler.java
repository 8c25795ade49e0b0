package dev.fanlight.relay.gateway.flv;

import dev.fanlight.relay.auth.WatchGate.Admission;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.auth.WatchGate.Refused;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerGate;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.socket.EndlessBody;
import dev.fanlight.relay.socket.Handshake;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.LiveStream;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Answers requests for streams: admits, then hands the connection to an {@link FlvSession}. Event loop only, holds no state. */
final class FlvHandler implements RouteHandler {

    private final FlvServices services;
    private final GatewayContext relay;
    private final PlayerGate gate;
    // Also for a reader by HTTP to take the end of its stream.
    private final Duration close;

    FlvHandler(FlvServices services) {
        this.services = services;
        this.relay = services.relay();
        this.gate = new PlayerGate(relay);
        this.close = relay.timeouts().connections().close();
    }

    /**
     * One request that is being answered.
     *
     * @param raw the request as the server made it, which can become a socket
     */
    private record Asked(RoutingContext context, ConnectionWatch watch, PlayerRequest request, HttpServerRequest raw) {}

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        gate.request(context).ifPresent(request -> admit(context, watch, request));
    }

    private void admit(RoutingContext context, ConnectionWatch watch, PlayerRequest request) {
        HttpServerRequest raw =
                watch.newestRequest(context.request().connection()).orElse(context.request());
        if (request.isSocket()) {
            // Or it would be read to its end before it can become a socket.
            raw.pause();
        }
        Asked asked = new Asked(context, watch, request, raw);
        gate.admit(request).onSuccess(admission -> decided(asked, admission)).onFailure(context::fail);
    }

    private void decided(Asked asked, Admission admission) {
        if (admission instanceof Refused refused) {
            asked.raw().resume();
            PlayerRefusals.refuse(asked.context(), refused);
            return;
        }
        Admitted admitted = (Admitted) admission;
        Optional<LiveStream> stream = relay.playableStreams().open(admitted.access());
        Optional<String> refusal = stream.flatMap(its -> services.fanOut(its).refusal());
        if (refusal.isPresent() && !asked.context().response().closed()) {
            admitted.close();
            asked.raw().resume();
            PlayerRefusals.notCarried(asked.context(), refusal.get());
            return;
        }
        if (stream.isEmpty() || asked.context().response().closed() || PlayerRequest.isHead(asked.context())) {
            admitted.close();
            asked.raw().resume();
            withoutStream(asked, stream.isPresent());
        } else if (asked.request().isSocket()) {
            overSocket(asked, admitted, stream.get());
        } else {
            overHttp(asked, admitted, stream.get());
        }
    }

    private static void withoutStream(Asked asked, boolean isThere) {
        HttpServerResponse response = asked.context().response();
        if (response.closed()) {
            return;
        }
        if (!isThere) {
            PlayerRefusals.busy(asked.context());
            return;
        }
        head(response, asked.request());
        var unused = response.end();
    }

    private void overHttp(Asked asked, Admitted admitted, LiveStream stream) {
        HttpServerResponse response = asked.context().response();
        HttpConnection connection = asked.raw().connection();
        if (asked.raw().version() != HttpVersion.HTTP_1_1) {
            admitted.close();
            PlayerRefusals.oldVersion(asked.context());
            return;
        }
        head(response, asked.request());
        response.setChunked(true)
                .writeHead()
                .onSuccess(written -> {
                    EndlessBody body = EndlessBody.of(connection, close, relay.errors());
                    begin(asked, admitted, stream, FlvConnection.of(body));
                })
                .onFailure(gone -> admitted.close());
    }

    private void overSocket(Asked asked, Admitted admitted, LiveStream stream) {
        asked.raw()
                .toWebSocket()
                .onSuccess(socket -> {
                    Handshake handshake = new Handshake(
                            asked.request().address(), asked.request().credentials());
                    PeerSocket peer = PeerSocket.of(socket, handshake, close, relay.counters(), relay.errors());
                    peer.read(new SilentPeer(relay.clock()), 0);
                    begin(asked, admitted, stream, FlvConnection.of(peer));
                })
                .onFailure(e -> {
                    admitted.close();
                    relay.counters().increment(RelayCounter.REQUESTS_MALFORMED);
                    relay.errors().warn("A socket was asked for in a way that is not WebSocket");
                });
    }

    private void begin(Asked asked, Admitted admitted, LiveStream stream, FlvConnection connection) {
        connection.channel().onClosed(asked.watch().endless(asked.raw().connection()));
        FlvSession.start(services, connection, stream, admitted, asked.request());
    }

    private static void head(HttpServerResponse response, PlayerRequest request) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "video/x-flv")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, "close");
        if (request.showsKey()) {
            // Whoever has the key may watch, on a page of any origin: no cookie counts beside it.
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }
}
