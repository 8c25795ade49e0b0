package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.auth.WatchGate.Admission;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.auth.WatchGate.Refused;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerGate;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.socket.EndlessBody;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Answers requests for motion JPEG: admits, then hands the connection to an {@link MjpegSession}. Event loop only, holds no state. */
final class MjpegHandler implements RouteHandler {

    private final StillServices services;
    private final GatewayContext relay;
    private final PlayerGate gate;
    private final Duration close;

    MjpegHandler(StillServices services) {
        this.services = services;
        this.relay = services.relay();
        this.gate = new PlayerGate(relay);
        this.close = relay.timeouts().connections().close();
    }

    /** One request that is being answered. */
    private record Asked(RoutingContext context, ConnectionWatch watch, PlayerRequest request) {

        HttpServerResponse response() {
            return context.response();
        }
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        gate.request(context)
                .ifPresent(request -> gate.admit(request)
                        .onSuccess(admission -> decided(new Asked(context, watch, request), admission))
                        .onFailure(context::fail));
    }

    private void decided(Asked asked, Admission admission) {
        if (admission instanceof Refused refused) {
            PlayerRefusals.refuse(asked.context(), refused);
            return;
        }
        Admitted admitted = (Admitted) admission;
        Optional<CameraStills> camera = relay.streams()
                .open(admitted.camera(), admitted.access().pause())
                .flatMap(services::of);
        if (asked.response().closed() || camera.isEmpty() || PlayerRequest.isHead(asked.context())) {
            admitted.close();
            withoutStream(asked, camera.isPresent());
            return;
        }
        if (camera.get().isUnreadable()) {
            admitted.close();
            StillRefusal.NOT_READABLE.answer(asked.context());
            return;
        }
        HttpServerRequest raw = asked.watch()
                .newestRequest(asked.context().request().connection())
                .orElse(asked.context().request());
        if (raw.version() != HttpVersion.HTTP_1_1) {
            admitted.close();
            PlayerRefusals.oldVersion(asked.context());
            return;
        }
        head(asked);
        HttpConnection connection = raw.connection();
        asked.response()
                .setChunked(true)
                .writeHead()
                .onSuccess(written -> {
                    EndlessBody body = EndlessBody.of(connection, close, relay.errors());
                    body.onClosed(asked.watch().endless(connection));
                    MjpegSession.start(services, camera.get(), body, admitted, asked.request());
                })
                .onFailure(gone -> admitted.close());
    }

    private static void withoutStream(Asked asked, boolean isThere) {
        if (asked.response().closed()) {
            return;
        }
        if (!isThere) {
            PlayerRefusals.busy(asked.context());
            return;
        }
        head(asked);
        var unused = asked.response().end();
    }

    private static void head(Asked asked) {
        StillHeaders.put(asked.response(), asked.request(), MjpegParts.TYPE);
        asked.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
}
