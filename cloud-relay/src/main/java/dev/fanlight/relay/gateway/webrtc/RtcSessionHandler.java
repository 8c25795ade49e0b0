package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Ends a session; its name is the right to do so. Event loop only, holds no state. */
final class RtcSessionHandler implements RouteHandler {

    private final WebRtcServices services;

    RtcSessionHandler(WebRtcServices services) {
        this.services = services;
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        RtcAnswers.allowAnyOrigin(context);
        AddressKey address =
                AddressKey.of(services.relay().clients().of(context.request()).address());
        Optional<Duration> wait = services.relay().limits().take(LimitedAction.REQUEST, address);
        if (wait.isPresent()) {
            services.relay().counters().increment(RelayCounter.ADDRESSES_LIMITED);
            PlayerRefusals.tooMany(context, wait.get());
            return;
        }
        Optional<RtcSession> session = services.sessions().find(context.pathParam("session"));
        session.ifPresent(RtcSession::stop);
        RtcAnswers.sentence(
                context,
                session.isPresent() ? 200 : 404,
                session.isPresent() ? "The session has ended." : "There is no such session any more.");
    }
}
