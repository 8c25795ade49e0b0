package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.gateway.GatewayContext;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One request of a session, which is answered now or waits. On the event loop of the request.
 *
 * @param sessions what all share
 * @param session whose it is
 * @param context the request
 */
record HlsRequest(HlsSessions sessions, HlsSession session, RoutingContext context) {

    /**
     * Answers with what there is as soon as it is enough, or as the time is over.
     *
     * @param ready whether it is enough
     * @param limit how long the request may wait
     * @param answer gives the answer, unless the session has ended by then
     */
    void whenReady(Predicate<HlsState> ready, Duration limit, Consumer<HlsState> answer) {
        Optional<HlsMuxer> muxer = sessions.muxer(session);
        if (muxer.isEmpty()) {
            HlsAnswers.notFound(context);
            return;
        }
        HlsState now = muxer.get().waiting().state();
        if (ready.test(now)) {
            give(answer, now);
            return;
        }
        Optional<Runnable> place = sessions.places().take(session.addressKey());
        if (place.isEmpty()) {
            HlsAnswers.tooMany(context);
            return;
        }
        GatewayContext relay = sessions.relay();
        Context loop = relay.vertx().getOrCreateContext();
        long nowNanos = relay.clock().nanoTime();
        muxer.get()
                .waiting()
                .add(
                        new WaitingPlayers.Waiting(session, ready, nowNanos + limit.toNanos(), state -> {
                            place.get().run();
                            loop.runOnContext(resumed -> give(answer, state));
                        }),
                        nowNanos);
    }

    private void give(Consumer<HlsState> answer, HlsState state) {
        if (context.response().closed()) {
            return;
        }
        if (session.hasEnded() || state instanceof HlsState.Ended) {
            HlsAnswers.notFound(context);
        } else if (state instanceof HlsState.NotCarried not) {
            HlsAnswers.notCarried(context, not.sentence());
        } else {
            answer.accept(state);
        }
    }
}
