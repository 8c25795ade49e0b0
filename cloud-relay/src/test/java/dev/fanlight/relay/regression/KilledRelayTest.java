package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.relay.chat.ChatLine;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.Links;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.RelayProcess;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a relay has acknowledged is still there after it was killed, once, whatever it was doing. */
@Soak
class KilledRelayTest {

    private static final int KILLS = TestScale.of(3, 20);
    private static final int WRITERS = 12;
    private static final int BURST = 3;
    private static final int LINKS = 8;
    private static final long SEED = System.nanoTime();

    @TempDir
    private Path temp;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions());
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> links = new HashSet<>();
    private final Random random = new Random(SEED);
    private int written;

    @Test
    void noAcknowledgedLineAndNoAnsweredChangeIsLostWhenTheRelayIsKilled() throws IOException, InterruptedException {
        System.out.println("seed " + SEED);
        Path state = temp.resolve("state");
        for (int kill = 1; kill <= KILLS; kill++) {
            RelayProcess relay = RelayProcess.start(temp);
            try (relay) {
                if (kill == 1) {
                    relay.host()
                            .post("/cameras", new JsonObject().put("camera", "front"))
                            .expect(201);
                }
                String key = link(relay.host(), "chat")
                        .getJsonArray("urls")
                        .getString(0)
                        .replaceAll(".*#", "");
                chatUntilKilled(relay, key);
            }
            assertKept(state);
        }
        System.out.println(
                KILLS + " kills, " + written + " lines written, " + acknowledged.size() + " acknowledged, 0 lost");
        vertx.close().await();
    }

    /** Everyone writes as much as their rate allows at once; the kill comes in the middle of the answers. */
    private void chatUntilKilled(RelayProcess relay, String key) throws InterruptedException {
        List<Writer> writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> new Writer(relay, key))
                .toList();
        for (int i = 0; i < LINKS; i++) {
            links.add(link(relay.host(), "watch").getString("id"));
        }
        int enough = 1 + random.nextInt(WRITERS * BURST - 1);
        for (int i = 0; i < BURST; i++) {
            writers.forEach(Writer::say);
        }
        Await.until(
                enough + " answers",
                () -> writers.stream().mapToInt(Writer::answers).sum() >= enough);
        relay.kill();
        writers.forEach(Writer::count);
    }

    private void assertKept(Path state) {
        List<String> texts;
        try (RelayStore store = RelayStore.open(
                Dialect.sqlite(state.resolve(RelayStore.FILE)), new Secrets(new SecureRandom()), Clock.systemUTC())) {
            texts = store.chatLines().open(new CameraName("front"), 10_000).lines().stream()
                    .map(ChatLine::text)
                    .toList();
            assertThat(store.links().list(Optional.empty()).stream().map(Links.Link::id))
                    .containsAll(links);
        }
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(acknowledged.stream().filter(text -> !texts.contains(text)))
                .as("of the lines that were acknowledged, these are lost")
                .isEmpty();
    }

    private static JsonObject link(TestApi host, String can) {
        return host.post("/cameras/front/links", new JsonObject().put("can", can))
                .expect(201)
                .json();
    }

    /** One person in the chat. */
    private final class Writer {

        private final TestViewer viewer;

        Writer(RelayProcess relay, String key) {
            viewer = TestViewer.connect(client, relay.plainPort(), relay.origin());
            viewer.watch("front", key);
            viewer.expect(ChatReady.class);
        }

        void say() {
            written++;
            viewer.say("client-" + written, "line " + written);
        }

        int answers() {
            return (int) viewer.received.stream()
                    .filter(ChatAccepted.class::isInstance)
                    .count();
        }

        void count() {
            viewer.received.stream()
                    .filter(ChatAccepted.class::isInstance)
                    .map(ChatAccepted.class::cast)
                    .forEach(accepted ->
                            acknowledged.add("line " + accepted.clientId().replace("client-", "")));
        }
    }
}
