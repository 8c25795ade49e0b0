package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchScenarioTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @WithRelay
    private TestRelay relay;

    private TestCamera camera;

    @BeforeEach
    void start() {
        camera = relay.invite("front");
    }

    @Test
    void wrongKeyAndUnknownCameraAreAnsweredAlike() {
        String key = camera.watchKey();
        List<String[]> wrong = List.of(
                new String[] {"front", "a".repeat(26)},
                new String[] {"front", ""},
                new String[] {"nowhere", key},
                new String[] {"NOT A NAME", key},
                new String[] {"", ""});
        for (String[] attempt : wrong) {
            TestViewer viewer = relay.viewer();
            viewer.watch(attempt[0], attempt[1]);
            viewer.assertClosed(4404, "wrong_link");
            assertThat(viewer.received)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Goodbye.class,
                            goodbye -> assertThat(new Goodbye(goodbye.reason(), goodbye.retryAfter()))
                                    .isEqualTo(new Goodbye("wrong_link", java.util.Optional.empty())));
        }
    }

    @Test
    void keyOfOneCameraDoesNotOpenAnother() {
        TestCamera other = relay.invite("back");
        TestViewer viewer = relay.viewer();
        viewer.watch(other.name(), camera.watchKey());
        viewer.assertClosed(4404, "wrong_link");
    }

    @Test
    void playerThatSendsMediaIsDisconnected() {
        TestViewer viewer = relay.watching(camera);
        viewer.socket.writeBinaryMessage(Buffer.buffer("media"));
        viewer.assertClosed(1003, "unsupported");
    }

    @Test
    void playerThatSendsTooLongAMessageIsDisconnected() {
        TestViewer viewer = relay.watching(camera);
        viewer.socket.writeTextMessage("x".repeat(9_000));
        viewer.assertClosed(1009, "too_big");
    }

    @Test
    void frameLargerThanAnySocketTakesIsRefused() {
        TestViewer viewer = relay.watching(camera);
        viewer.socket.writeTextMessage("x".repeat(100_000));
        viewer.assertClosed(1009, "too_big");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        TestViewer viewer = relay.watching(camera);
        Buffer text = Buffer.buffer("{\"type\":\"rename\",\"name\":\"")
                .appendByte((byte) 0xC3)
                .appendString("(\"}");
        viewer.socket.writeFrame(new io.vertx.core.http.impl.ws.WebSocketFrameImpl(
                io.vertx.core.http.WebSocketFrameType.TEXT, text.getBytes(), true));
        viewer.assertClosed(1007, "bad_text");
    }

    @Test
    void playerThatSendsTooMuchIsDisconnected() {
        TestViewer viewer = relay.watching(camera);
        for (int i = 0; i < 60; i++) {
            viewer.send(new dev.fanlight.protocol.TimeRequest(i));
        }
        viewer.assertClosed(1013, "busy");
    }

    @Test
    void agentsGetNoSocketWithoutTls() {
        Assertions.assertThatThrownBy(() -> relay.client()
                        .connect(new io.vertx.core.http.WebSocketConnectOptions()
                                .setHost("127.0.0.1")
                                .setPort(relay.plainPort())
                                .setURI(SocketPath.AGENT_PATH)
                                .setAllowOriginHeader(false)
                                .addSubProtocol(SocketPath.SUBPROTOCOL))
                        .await())
                .hasMessageContaining("404");
    }

    @Test
    void pagesRevealNothingAboutCameras() throws IOException, InterruptedException {
        HttpResponse<String> known = get("/w/front");
        assertThat(known.statusCode()).isEqualTo(200);
        for (String path : List.of("/w/back", "/w/NOT%20A%20NAME")) {
            HttpResponse<String> other = get(path);
            assertThat(other.statusCode()).as(path).isEqualTo(200);
            assertThat(other.body()).isEqualTo(known.body());
            assertThat(headersButItsId(other)).isEqualTo(headersButItsId(known));
        }
    }

    private static Map<String, List<String>> headersButItsId(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        assertThat(headers.remove("x-request-id")).hasSize(1);
        return headers;
    }

    @Test
    void everythingElseIsTheSameNothing() throws IOException, InterruptedException {
        HttpResponse<String> nothing = get("/nothing");
        assertThat(nothing.statusCode()).isEqualTo(404);
        for (String path : List.of("/assets/nothing", "/assets/..%2findex.html", "/w/front/x", "/api")) {
            HttpResponse<String> other = get(path);
            assertThat(other.statusCode()).as(path).isEqualTo(404);
            assertThat(other.body()).isEqualTo(nothing.body());
        }
    }

    @Test
    void healthCountsWithoutNames() throws IOException, InterruptedException {
        relay.publishing(camera);
        relay.watching(camera);
        String body = get("/healthz").body();
        assertThat(body)
                .contains("\"status\":\"up\"", "\"cameras_online\":1", "\"viewers\":1")
                .doesNotContain("front");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + relay.plainPort() + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
