package dev.fanlight.relay.gateway.webrtc;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/**
 * A request that is answered once, from another thread. Thread safe.
 *
 * @param loop the event loop of its connection
 * @param request what is answered
 */
record PendingAnswer(Context loop, RoutingContext request) {

    void created(String session, String description) {
        loop.runOnContext(run -> {
            if (!request.response().closed() && !request.response().ended()) {
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
