package dev.fanlight.relay.gateway.webrtc;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * A request that is answered once, from another thread. Thread safe.
 *
 * @param loop the event loop of its connection
 * @param request what is answered
 */
record PendingAnswer(Context loop, RoutingContext request) {

    void created(String session, String description) {
        created(session, description, Optional.empty());
    }

    /**
     * The session has begun.
     *
     * @param videoClock of what is sent
     */
    void created(String session, String description, Optional<String> videoClock) {
        loop.runOnContext(run -> {
            if (!request.response().closed() && !request.response().ended()) {
                videoClock.ifPresent(clock -> request.response().putHeader(RtcAnswers.VIDEO_CLOCK, clock));
                RtcAnswers.created(request, session, description);
            }
        });
    }

    void refused(int status, String sentence) {
        loop.runOnContext(run -> {
            if (!request.response().closed() && !request.response().ended()) {
                RtcAnswers.sentence(request, status, sentence);
            }
        });
    }
}
