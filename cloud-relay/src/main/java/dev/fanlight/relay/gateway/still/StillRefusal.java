package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.http.route.Responses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Why there is no JPEG for who may watch. Immutable.
 *
 * @param status the code of the response
 * @param sentence what it says to people
 */
record StillRefusal(int status, String sentence) {

    /** The owner, or somebody at the camera, has paused it. */
    static final StillRefusal PAUSED = new StillRefusal(409, "The camera is paused.\n");

    /** No key frame has come since the relay started, or none is kept any more. */
    static final StillRefusal NONE_YET = new StillRefusal(
            503, "There is no still of this camera yet. Add wake=1 to the address to wake the camera for one.\n");

    /** It was woken, and sent nothing in time. */
    static final StillRefusal NOT_AWAKE =
            new StillRefusal(504, "The camera did not send a still in time. It may be off.\n");

    /** FLV or FFmpeg has no such codec, or the video is encrypted end to end. */
    static final StillRefusal NOT_READABLE = new StillRefusal(
            501,
            "The video of this camera cannot be made into a JPEG: its codec is not supported, or it is encrypted.\n");

    /** There are too many children, or too many wait. */
    static final StillRefusal BUSY =
            new StillRefusal(503, "This relay makes as many JPEGs as it can. Try again later.\n");

    private static final String RETRY_SECONDS = "5";

    /** The code of {@link #failed}. */
    static final int FAILED = 502;

    /**
     * The child has failed, or took too long.
     *
     * @param reason half a sentence
     */
    static StillRefusal failed(String reason) {
        return new StillRefusal(
                FAILED, "The newest key frame of this camera could not be made into a JPEG: " + reason + ".\n");
    }

    /** Answers a request, which has not been answered. On the event loop. */
    void answer(RoutingContext context) {
        HttpServerResponse response = context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == BUSY.status()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        Responses.finish(context, Buffer.buffer(sentence));
    }
}
