package dev.fanlight.relay.gateway.hls;

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
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers the address that people use: admits, and sends the player on to the playlist of its session. Event loop only, holds no state. */
final class EntryHandler implements RouteHandler {

    private final HlsSessions sessions;
    private final GatewayContext relay;
    private final PlayerGate gate;

    EntryHandler(HlsSessions sessions) {
        this.sessions = sessions;
        this.relay = sessions.relay();
        this.gate = new PlayerGate(relay);
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        gate.request(context).ifPresent(request -> admit(context, request));
    }

    private void admit(RoutingContext context, PlayerRequest request) {
        if (request.showsKey()) {
            HlsAnswers.allowAnyOrigin(context);
        }
        sessions.endReplaced(request);
        gate.admit(request)
                .onSuccess(admission -> decided(context, request, admission))
                .onFailure(context::fail);
    }

    private void decided(RoutingContext context, PlayerRequest request, Admission admission) {
        if (admission instanceof Refused refused) {
            PlayerRefusals.refuse(context, refused);
            return;
        }
        Admitted admitted = (Admitted) admission;
        Optional<LiveStream> stream = relay.playableStreams().open(admitted.access());
        if (stream.isEmpty() || context.response().closed() || PlayerRequest.isHead(context)) {
            admitted.close();
            withoutSession(context, stream.isPresent());
            return;
        }
        Optional<HlsSession> opened = sessions.open(stream.get(), request, admitted);
        if (opened.isEmpty()) {
            admitted.close();
            HlsAnswers.withoutMemory(context);
            return;
        }
        HlsSession session = opened.get();
        HlsRequest asked = new HlsRequest(sessions, session, context);
        asked.whenReady(HlsState::isDecided, sessions.timeouts().start(), state -> begin(context, session, state));
    }

    private static void begin(RoutingContext context, HlsSession session, HlsState state) {
        String uri = "hls/" + session.name() + "/" + HlsFile.PLAYLIST;
        state.live()
                .ifPresentOrElse(
                        live -> HlsAnswers.playlist(context, Buffer.buffer(MultivariantPlaylist.of(live, uri))),
                        () -> HlsAnswers.nothingYet(context));
    }

    private static void withoutSession(RoutingContext context, boolean isThere) {
        if (context.response().closed()) {
            return;
        }
        if (isThere) {
            HlsAnswers.playlist(context, Buffer.buffer());
        } else {
            PlayerRefusals.busy(context);
        }
    }
}
