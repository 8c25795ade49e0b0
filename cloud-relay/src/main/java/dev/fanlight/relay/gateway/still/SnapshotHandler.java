package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.auth.WatchGate.Admission;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.auth.WatchGate.Refused;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerGate;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.Responses;
import dev.fanlight.relay.http.route.RouteHandler;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Answers requests for a still. Who waits for one counts as a viewer. Event loop only, holds no state. */
final class SnapshotHandler implements RouteHandler {

    private static final String WAKE = "wake";

    /** With two digits for the day (RFC 9110 §5.6.7), which the formatter of the JDK does not write. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final StillServices services;
    private final GatewayContext relay;
    private final PlayerGate gate;

    SnapshotHandler(StillServices services) {
        this.services = services;
        this.relay = services.relay();
        this.gate = new PlayerGate(relay);
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        gate.request(context)
                .ifPresent(request -> gate.admit(request)
                        .onSuccess(admission -> decided(context, request, admission))
                        .onFailure(context::fail));
    }

    private void decided(RoutingContext context, PlayerRequest request, Admission admission) {
        if (admission instanceof Refused refused) {
            PlayerRefusals.refuse(context, refused);
            return;
        }
        Admitted admitted = (Admitted) admission;
        Optional<CameraStills> camera = relay.streams()
                .open(admitted.camera(), admitted.access().pause())
                .flatMap(services::of);
        if (camera.isEmpty() || context.response().closed()) {
            admitted.close();
            if (!context.response().closed()) {
                PlayerRefusals.busy(context);
            }
            return;
        }
        ask(context, request, camera.get(), admitted);
    }

    private void ask(RoutingContext context, PlayerRequest request, CameraStills camera, Admitted admitted) {
        Context loop = relay.vertx().getOrCreateContext();
        boolean wakes = "1".equals(context.request().getParam(WAKE));
        StillRequest still = new StillRequest(
                wakes,
                jpeg -> loop.runOnContext(run -> send(context, request, jpeg)),
                reason -> loop.runOnContext(run -> refuse(context, reason)));
        // Also when the client goes before it was answered.
        context.addEndHandler(end -> {
            camera.cancel(still);
            admitted.close();
        });
        camera.request(still);
    }

    private static void send(RoutingContext context, PlayerRequest request, Jpeg jpeg) {
        if (context.response().closed()) {
            return;
        }
        StillHeaders.put(context.response(), request, "image/jpeg");
        context.response()
                .putHeader(
                        HttpHeaders.LAST_MODIFIED,
                        HTTP_DATE.format(
                                Instant.ofEpochMilli(jpeg.arrivedMillis()).atOffset(ZoneOffset.UTC)));
        Responses.finish(context, Buffer.buffer(jpeg.bytes()));
    }

    private static void refuse(RoutingContext context, StillRefusal reason) {
        if (!context.response().closed()) {
            reason.answer(context);
        }
    }
}
