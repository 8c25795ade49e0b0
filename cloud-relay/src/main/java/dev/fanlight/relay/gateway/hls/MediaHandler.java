package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Answers requests of sessions: playlists, init segments, segments and parts. Event loop only, holds no state. */
final class MediaHandler implements RouteHandler {

    /** How many target durations a request may wait (RFC 8216bis §6.2.5.2). */
    private static final int MOST_TARGETS = 3;

    private final HlsSessions sessions;
    private final GatewayContext relay;

    MediaHandler(HlsSessions sessions) {
        this.sessions = sessions;
        this.relay = sessions.relay();
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        Optional<HlsSession> session = sessions.find(context.pathParam("session"));
        if (session.isEmpty()) {
            unknown(context);
            return;
        }
        if (session.get().isForAnyOrigin()) {
            HlsAnswers.allowAnyOrigin(context);
        }
        if (!session.get().ask()) {
            relay.counters().increment(RelayCounter.ADDRESSES_LIMITED);
            HlsAnswers.tooMany(context);
            return;
        }
        HlsRequest request = new HlsRequest(sessions, session.get(), context);
        HlsFile.parse(context.pathParam("file"))
                .ifPresentOrElse(file -> answer(request, file), () -> HlsAnswers.notFound(context));
    }

    /** An address that was guessed, or one whose session has ended: not to be told apart. */
    private void unknown(RoutingContext context) {
        AddressKey address = AddressKey.of(relay.clients().of(context.request()).address());
        Optional<Duration> wait = relay.limits().take(LimitedAction.REQUEST, address);
        HlsAnswers.allowAnyOrigin(context);
        if (wait.isPresent()) {
            relay.counters().increment(RelayCounter.ADDRESSES_LIMITED);
            PlayerRefusals.tooMany(context, wait.get());
            return;
        }
        HlsAnswers.notFound(context);
    }

    private void answer(HlsRequest request, HlsFile file) {
        RoutingContext context = request.context();
        if (file instanceof HlsFile.Playlist) {
            playlist(request);
        } else if (file instanceof HlsFile.Partial part) {
            part(request, part);
        } else if (file instanceof HlsFile.Whole whole) {
            now(request)
                    .flatMap(live -> live.window().complete(whole.number()))
                    .ifPresentOrElse(segment -> HlsAnswers.media(context, segment), () -> HlsAnswers.notFound(context));
        } else if (file instanceof HlsFile.Init init) {
            now(request)
                    .map(live -> live.window().inits().get(init.number()))
                    .ifPresentOrElse(bytes -> HlsAnswers.media(context, bytes), () -> HlsAnswers.notFound(context));
        }
    }

    private void playlist(HlsRequest request) {
        RoutingContext context = request.context();
        Optional<PlaylistQuery> query = PlaylistQuery.of(context.queryParams());
        if (query.isEmpty()) {
            HlsAnswers.malformed(context);
            return;
        }
        PlaylistQuery wanted = query.get();
        if (now(request).filter(live -> wanted.isTooFar(live.window())).isPresent()) {
            HlsAnswers.tooFar(context);
            return;
        }
        request.whenReady(
                state -> state.isDecided()
                        && state.live()
                                .map(live -> wanted.isAnsweredBy(live.window()))
                                .orElse(true),
                limit(request),
                state -> state.live()
                        .filter(live -> wanted.isAnsweredBy(live.window()))
                        .ifPresentOrElse(
                                live -> HlsAnswers.playlist(context, wanted.skip() ? live.delta() : live.whole()),
                                () -> HlsAnswers.nothingYet(context)));
    }

    /** A part, also the one that comes next. */
    private void part(HlsRequest request, HlsFile.Partial wanted) {
        RoutingContext context = request.context();
        request.whenReady(
                state -> state.live()
                        .map(live -> !live.window().isNext(wanted.number(), wanted.index()))
                        .orElse(true),
                limit(request),
                state -> state.live()
                        .flatMap(live -> live.window().part(wanted.number(), wanted.index()))
                        .ifPresentOrElse(
                                part -> HlsAnswers.media(context, part.bytes()), () -> HlsAnswers.notFound(context)));
    }

    private Optional<HlsState.Live> now(HlsRequest request) {
        return sessions.muxer(request.session())
                .flatMap(muxer -> muxer.waiting().state().live());
    }

    private Duration limit(HlsRequest request) {
        return now(request)
                .map(live ->
                        Duration.ofSeconds((long) MOST_TARGETS * live.window().targetSeconds()))
                .orElse(sessions.timeouts().start());
    }
}
