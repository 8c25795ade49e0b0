package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.protocol.sdp.SdpException;
import dev.fanlight.relay.auth.WatchGate.Admission;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.auth.WatchGate.Refused;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerGate;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.stream.LiveStream;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers the offers of players: admits them, then hands them to a {@link WhepSession}. Event loop only, holds no state. */
final class WhepHandler implements RouteHandler {

    private final WebRtcServices services;
    private final GatewayContext relay;
    private final PlayerGate gate;

    WhepHandler(WebRtcServices services) {
        this.services = services;
        this.relay = services.relay();
        this.gate = new PlayerGate(relay);
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        gate.request(context).ifPresent(request -> read(context, request));
    }

    private void read(RoutingContext context, PlayerRequest request) {
        if (request.showsKey()) {
            RtcAnswers.allowAnyOrigin(context);
        }
        if (!DescriptionBody.isOffered(context.request())) {
            RtcAnswers.sentence(context, 415, "An offer has the Content-Type " + RtcAnswers.MEDIA_TYPE + ".");
            return;
        }
        DescriptionBody.read(context.request())
                .onSuccess(body -> admit(context, request, body))
                .onFailure(context::fail);
    }

    // Only who was admitted has its offer read.
    private void admit(RoutingContext context, PlayerRequest request, Optional<String> body) {
        if (body.isEmpty()) {
            RtcAnswers.sentence(context, 413, "The offer is too large.");
            return;
        }
        gate.admit(request)
                .onSuccess(admission -> decided(context, request, body.get(), admission))
                .onFailure(context::fail);
    }

    private void decided(RoutingContext context, PlayerRequest request, String body, Admission admission) {
        if (admission instanceof Refused refused) {
            PlayerRefusals.refuse(context, refused);
            return;
        }
        Admitted admitted = (Admitted) admission;
        try {
            admitted(context, request, RemoteDescription.parse(body), admitted);
        } catch (SdpException e) {
            admitted.close();
            RtcAnswers.sentence(context, 400, "" + e.getMessage());
        }
    }

    private void admitted(RoutingContext context, PlayerRequest request, RemoteDescription offer, Admitted admitted) {
        Optional<LiveStream> stream = relay.playableStreams().open(admitted.access());
        if (stream.isEmpty() || context.response().closed()) {
            admitted.close();
            if (!context.response().closed()) {
                PlayerRefusals.busy(context);
            }
            return;
        }
        WhepSession session = new WhepSession(services, request, offer, admitted, stream.get());
        if (!session.start(new PendingAnswer(relay.vertx().getOrCreateContext(), context))) {
            admitted.close();
            RtcAnswers.sentence(context, 503, "There are too many sessions. Try again later.");
        }
    }
}
