package dev.fanlight.relay.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.protocol.sdp.SdpLimits;
import dev.fanlight.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What targets by WHIP answer, and what becomes of it. */
class WhipClientTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private WhipClient client;
    private HttpServer server;
    private volatile Consumer<HttpServerResponse> answer = HttpServerResponse::end;

    @BeforeEach
    void start() {
        client = new WhipClient(vertx, Duration.ofSeconds(10), Optional.empty());
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterEach
    void stop() {
        client.close();
        vertx.close().await();
    }

    @ParameterizedTest
    @CsvSource({
        "/session/7,/session/7",
        "7?secret=x%20y,/c/front%20yard/7?secret=x%20y",
        "http://127.0.0.1:1/session/7,/session/7",
        "https://elsewhere.example.org/session/7,",
        "http://[,"
    })
    void aSessionIsEndedAtTheServerThatWasAskedWhateverIsSaidOfIt(String location, String path) {
        answer = response ->
                response.setStatusCode(201).putHeader("Location", location).end("v=0");
        WhipClient.Answer answered = offer();
        assertThat(answered.description()).isEqualTo("v=0");
        assertThat(answered.session()).isEqualTo(Optional.ofNullable(path));
        answered.session().ifPresent(session -> {
            client.end(target(), InetAddress.getLoopbackAddress(), "token", session);
            Await.until("it is ended", () -> requests.contains("DELETE " + path + " Bearer token"));
        });
        assertThat(requests).contains("POST /c/front%20yard/whip Bearer token");
    }

    @ParameterizedTest
    @CsvSource({
        "401,,the target refuses the key",
        "403,no,the target refuses the key",
        "406,No H.264 here.,the target answers 406: No H.264 here.",
        "500,<html>,the target answers 500",
        "307,,the target answers 307"
    })
    void aRefusalIsASentence(int status, String body, String sentence) {
        answer = response -> response.setStatusCode(status)
                .putHeader("Location", "http://127.0.0.1:1/")
                .end(body == null ? "" : body);
        assertThatThrownBy(this::offer).hasMessage(sentence);
        assertThat(requests).containsExactly("POST /c/front%20yard/whip Bearer token");
    }

    @Test
    void anAnswerThatIsNoDescriptionAnyMoreIsNotReadToItsEnd() {
        answer = response -> response.setStatusCode(201).end("x".repeat(SdpLimits.MAX_BYTES + 1));
        assertThatThrownBy(this::offer).hasMessage("its answer is too large");
    }

    private void answer(HttpServerRequest request) {
        requests.add(request.method() + " " + request.uri() + " " + request.getHeader("Authorization"));
        answer.accept(request.response());
    }

    private WhipClient.Answer offer() {
        return client.offer(target(), InetAddress.getLoopbackAddress(), "token", "v=0")
                .await();
    }

    private PushTarget target() {
        return PushTarget.parse("whip://127.0.0.1:" + server.actualPort() + "/c/front%20yard/whip");
    }
}
