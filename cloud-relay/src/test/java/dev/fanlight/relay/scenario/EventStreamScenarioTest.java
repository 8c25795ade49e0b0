package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.ApiCaller;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Programs of the owner are informed by server-sent events. */
class EventStreamScenarioTest {

    private static final String REQUEST =
            "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n";

    @WithRelay
    private TestRelay relay;

    @Test
    void aProgramWithATokenReceivesWhatHappensAndGoesOnWhereItWas() throws IOException {
        JsonObject token = token("bell");
        try (RawHttp program = open(token, "")) {
            assertThat(program.head())
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("content-type: text/event-stream");
            relay.publishing(relay.invite("front"));
            String text = readUntil(program, "\"camera\":\"front\"");
            assertThat(text).contains("event: camera_back\n", "data: {\"id\":");
        }
        JsonArray recent =
                new JsonArray(host().call("GET", "/api/v1/events", "").body());
        assertThat(recent.size()).isEqualTo(1);
        relay.publishing(relay.invite("back"));
        String last = recent.getJsonObject(0).getString("id");
        try (RawHttp program = open(token, "Last-Event-ID: " + last + "\r\n")) {
            assertThat(program.head()).startsWith("HTTP/1.1 200");
            assertThat(readUntil(program, "\"camera\":\"back\"")).doesNotContain("\"camera\":\"front\"");
        }
    }

    @Test
    void aStreamEndsWithTheTokenItStandsOn() throws IOException {
        JsonObject token = token("bell");
        try (RawHttp program = open(token, "")) {
            assertThat(program.head()).startsWith("HTTP/1.1 200");
            assertThat(host().call("DELETE", "/api/v1/tokens/" + token.getString("id"), "")
                            .statusCode())
                    .isEqualTo(204);
            Await.until("the stream ends", program::isClosed);
        }
        try (RawHttp program = open(token, "")) {
            assertThat(program.head()).startsWith("HTTP/1.1 401");
        }
    }

    private RawHttp open(JsonObject token, String more) throws IOException {
        RawHttp program = new RawHttp(new Socket(InetAddress.getLoopbackAddress(), relay.plainPort()));
        program.send(REQUEST + "Authorization: Bearer " + token.getString("token") + "\r\n" + more + "\r\n");
        return program;
    }

    private JsonObject token(String label) {
        JsonObject wanted =
                new JsonObject().put("label", label).put("can", "read").put("expires_in_ms", 600_000);
        return new JsonObject(
                host().call("POST", "/api/v1/tokens", wanted.encode()).body());
    }

    private ApiCaller host() {
        return ApiCaller.host(java.nio.file.Path.of(relay.folder().toString()));
    }

    private static String readUntil(RawHttp program, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            text.append(new String(program.read(1), java.nio.charset.StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
