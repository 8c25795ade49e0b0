package dev.fanlight.relay.admin.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a route answers. Immutable.
 *
 * @param status HTTP status
 * @param type content type, empty when there is no body
 * @param body what is sent
 * @param cookies sets or takes cookies
 * @param stream writes the answer in place of all that, where it goes on
 */
record Answer(
        int status,
        String type,
        Buffer body,
        Consumer<HttpServerResponse> cookies,
        Optional<EventStreams.Start> stream) {

    private static final String JSON = "application/json";

    /** One that is complete. */
    Answer(int status, String type, Buffer body, Consumer<HttpServerResponse> cookies) {
        this(status, type, body, cookies, Optional.empty());
    }

    /** One that goes on. */
    static Answer streaming(EventStreams.Start stream) {
        return new Answer(200, "", Buffer.buffer(), Answer::keepCookies, Optional.of(stream));
    }

    static Answer ok(JsonObject body) {
        return new Answer(200, JSON, body.toBuffer(), Answer::keepCookies);
    }

    static Answer ok(JsonArray body) {
        return new Answer(200, JSON, body.toBuffer(), Answer::keepCookies);
    }

    static Answer created(JsonObject body) {
        return new Answer(201, JSON, body.toBuffer(), Answer::keepCookies);
    }

    static Answer accepted() {
        return new Answer(202, "", Buffer.buffer(), Answer::keepCookies);
    }

    static Answer done() {
        return new Answer(204, "", Buffer.buffer(), Answer::keepCookies);
    }

    /** Done, or not found. */
    static Answer doneIf(boolean found) {
        if (!found) {
            throw new ProblemException(Problem.Code.NOT_FOUND);
        }
        return done();
    }

    Answer with(Consumer<HttpServerResponse> change) {
        return new Answer(status, type, body, change);
    }

    private static void keepCookies(HttpServerResponse response) {}
}
