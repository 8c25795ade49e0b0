package dev.fanlight.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.config.ListenAddress;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.testing.Await;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final OnvifNetwork NETWORK = OnvifNetwork.system();

    /** No source. */
    private static final class NoSources implements ApiSources {

        @Override
        public List<String> open(String id, String source, Optional<String> transport, Optional<CameraLogin> login) {
            return List.of();
        }

        @Override
        public boolean close(String id) {
            return false;
        }
    }

    /** Sources that take long to open. */
    private static final class SlowSources implements ApiSources {

        private final CountDownLatch opened = new CountDownLatch(1);

        @Override
        public List<String> open(String id, String source, Optional<String> transport, Optional<CameraLogin> login) {
            try {
                opened.await();
                return List.of();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public boolean close(String id) {
            return false;
        }
    }

    private static LocalApi start(EventLoop loop, int port, String token) {
        return LocalApi.start(loop, new ListenAddress("127.0.0.1", port), token, NETWORK, new NoSources());
    }

    private static CompletableFuture<Integer> post(LocalApi api, String token) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + api.port() + "/openapi/source/door"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"source\":\"test\"}"))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "15-characters-x"})
    void itDoesNotStartWithATokenThatCanBeGuessed(String token) {
        try (EventLoop loop = new EventLoop(Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> start(loop, 0, token))
                    .hasMessageContaining("api.token, of at least 16 characters");
        }
    }

    @Test
    void oneRequestMoreThanMayWaitIsRefusedAndTheOthersAreAnswered() throws Exception {
        SlowSources sources = new SlowSources();
        String token = "0123456789abcdef";
        try (EventLoop loop = new EventLoop(Duration.ofSeconds(5));
                LocalApi api = LocalApi.start(loop, new ListenAddress("127.0.0.1", 0), token, NETWORK, sources)) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int i = 0; i <= LocalApi.MAX_WAITING; i++) {
                answers.add(post(api, token));
            }
            CompletableFuture<?> first = CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new));
            assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(429);
            sources.opened.countDown();
            List<Integer> codes = new ArrayList<>();
            for (CompletableFuture<Integer> answer : answers) {
                codes.add(answer.get(20, TimeUnit.SECONDS));
            }
            assertThat(codes).filteredOn(code -> code == 200).hasSize(LocalApi.MAX_WAITING);
        }
    }

    @Test
    void aPortThatIsTakenIsOneSentence() {
        try (EventLoop loop = new EventLoop(Duration.ofSeconds(5));
                LocalApi first = start(loop, 0, "0123456789abcdef")) {
            assertThatThrownBy(() -> start(loop, first.port(), "0123456789abcdef"))
                    .hasMessageContaining("Cannot listen on 127.0.0.1:" + first.port() + " (api.listen)");
        }
    }

    @Test
    void oneConnectionTooManyIsClosedAndThereIsRoomAgainOnceAnotherEnds() throws Exception {
        String token = "a-token-of-at-least-16";
        try (EventLoop loop = new EventLoop(Duration.ofSeconds(5));
                LocalApi api = start(loop, 0, token)) {
            List<Socket> open = new ArrayList<>();
            for (int i = 0; i < LocalApi.MAX_CONNECTIONS; i++) {
                open.add(new Socket(InetAddress.getLoopbackAddress(), api.port()));
            }
            try (Socket tooMany = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
                assertThat(tooMany.getInputStream().read()).isEqualTo(-1);
            }
            for (Socket socket : open) {
                socket.close();
            }
            Await.until("there is room", () -> answers(api, token));
        }
    }

    private static boolean answers(LocalApi api, String token) {
        try {
            return post(api, token).join() == 200;
        } catch (CompletionException closed) {
            return false;
        }
    }
}
