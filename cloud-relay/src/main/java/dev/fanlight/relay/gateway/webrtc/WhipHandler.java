package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.protocol.sdp.SdpException;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Answers the offers of publishers: checks their keys, then hands them to a {@link WhipSession}. Event loop only, holds no state. */
final class WhipHandler implements RouteHandler {

    private static final String BEARER = "Bearer ";

    private final WebRtcServices services;
    private final GatewayContext relay;

    WhipHandler(WebRtcServices services) {
        this.services = services;
        this.relay = services.relay();
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        // Who has the key may publish from a page of any origin: no cookie counts beside it.
        RtcAnswers.allowAnyOrigin(context);
        AddressKey address = AddressKey.of(relay.clients().of(context.request()).address());
        Optional<Duration> wait = relay.limits().take(LimitedAction.REQUEST, address);
        if (wait.isPresent()) {
            relay.counters().increment(RelayCounter.ADDRESSES_LIMITED);
            PlayerRefusals.tooMany(context, wait.get());
            return;
        }
        if (!DescriptionBody.isOffered(context.request())) {
            RtcAnswers.sentence(context, 415, "An offer has the Content-Type " + RtcAnswers.MEDIA_TYPE + ".");
            return;
        }
        DescriptionBody.read(context.request())
                .onSuccess(body -> admit(context, address, body))
                .onFailure(context::fail);
    }

    // Only who was admitted has its offer read.
    private void admit(RoutingContext context, AddressKey address, Optional<String> body) {
        if (body.isEmpty()) {
            RtcAnswers.sentence(context, 413, "The offer is too large.");
            return;
        }
        PublishKey key = new PublishKey(Optional.of(context.pathParam("camera")), bearer(context.request()));
        relay.worker()
                .executeBlocking(() -> relay.publishGate().admit(key, address), false)
                .onSuccess(admission -> decided(context, address, body.get(), admission))
                .onFailure(context::fail);
    }

    private void decided(RoutingContext context, AddressKey address, String body, PublishGate.Admission admission) {
        if (context.response().closed()) {
            return;
        }
        if (admission instanceof PublishGate.Refused refused) {
            refuse(context, refused);
            return;
        }
        try {
            admitted(context, address, RemoteDescription.parse(body), (PublishGate.Admitted) admission);
        } catch (SdpException e) {
            RtcAnswers.sentence(context, 400, "" + e.getMessage());
        }
    }

    private void admitted(
            RoutingContext context, AddressKey address, RemoteDescription offer, PublishGate.Admitted admitted) {
        Optional<WhipChoice> choice = WhipChoice.of(offer);
        if (choice.isEmpty()) {
            RtcAnswers.sentence(
                    context, 406, "Offer H.264 in packetization mode 1: the relay takes no other video here.");
            return;
        }
        WhipSession session = new WhipSession(services, address, offer, choice.get(), admitted);
        if (!session.start(new PendingAnswer(relay.vertx().getOrCreateContext(), context))) {
            RtcAnswers.sentence(context, 503, "There are too many sessions. Try again later.");
        }
    }

    private static void refuse(RoutingContext context, PublishGate.Refused refused) {
        refused.retryAfter()
                .ifPresent(wait -> context.response()
                        .putHeader(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(wait.plusMillis(999).toSeconds())));
        switch (refused.reason()) {
            case NOT_AUTHENTIC -> RtcAnswers.sentence(context, 401, "This is no valid publish key of this camera.");
            case RATE_LIMITED -> RtcAnswers.sentence(context, 429, "Too many wrong keys. Try again later.");
        }
    }

    private static String bearer(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .orElse("");
    }
}
