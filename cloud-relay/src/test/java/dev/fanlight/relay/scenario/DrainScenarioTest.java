package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Publish;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.chat.ChatLine;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.RelayProcess;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestPeer;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay that is ended under load and started again: everyone is asked to come back soon, can, and finds what was acknowledged. */
@Soak
class DrainScenarioTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final int VIEWERS = TestScale.of(20, 200);
    private static final int WRITERS = TestScale.of(10, 40);
    private static final int FRAME = 2_000;
    private static final int AT_ONCE = 16;

    /** The relay disconnects a viewer that sends nothing for 15 s. */
    private static final int SAY_SOMETHING = 50;

    private static final Duration EXIT = Duration.ofSeconds(5);
    private static final Duration BACK = Duration.ofSeconds(5);

    @TempDir
    private Path temp;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(2_000));
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void allComeBackAfterAStopUnderLoadAndNoAcknowledgedLineIsLost() throws IOException, InterruptedException {
        int port = FreePort.next();
        Path settings = Files.writeString(temp.resolve("relay.yaml"), "limits:\n  sockets_per_address: 1000\n");
        Set<String> acknowledged;
        String publishKey;
        String link;
        List<Duration> waits;
        try (RelayProcess relay = relay("fanlight.jarBefore", port, settings)) {
            relay.host()
                    .post("/cameras", new JsonObject().put("camera", FRONT.text()))
                    .expect(201);
            publishKey = publishKey(relay);
            link = chatLink(relay);
            TestAgent agent = publishing(relay, publishKey);
            List<TestViewer> viewers = watching(relay, link, VIEWERS);
            agent.frame(0, true, FRAME);
            viewers.forEach(viewer -> viewer.expectFrames(1));
            for (int i = 0; i < WRITERS; i++) {
                say(viewers.get(i), i);
            }
            Await.until(
                    WRITERS + " acknowledged lines",
                    () -> viewers.stream()
                                    .flatMap(DrainScenarioTest::acknowledged)
                                    .count()
                            >= WRITERS);
            long begin = System.nanoTime();
            relay.process().destroy();
            assertThat(relay.process().waitFor(EXIT.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            System.out.println("exit of a relay with " + VIEWERS + " viewers: "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            waits = viewers.stream().map(DrainScenarioTest::retryAfter).toList();
            assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(BACK));
            assertThat(retryAfter(agent)).isLessThanOrEqualTo(BACK);
            acknowledged =
                    viewers.stream().flatMap(DrainScenarioTest::acknowledged).collect(Collectors.toSet());
        }
        try (RelayProcess relay = relay("fanlight.jarAfter", port, settings)) {
            long ready = System.nanoTime();
            TestAgent agent = publishing(relay, publishKey);
            List<TestViewer> viewers = returning(relay, link, waits);
            System.out.println(VIEWERS + " viewers, each of which came when it was asked to, are back "
                    + Duration.ofNanos(System.nanoTime() - ready).toMillis() + " ms after the relay is ready again");
            agent.frame(0, true, FRAME);
            viewers.forEach(viewer -> viewer.expectFrames(1));
            assertThat(texts(relay.state())).containsAll(acknowledged).doesNotHaveDuplicates();
            System.out.println(VIEWERS + " viewers are back; of " + said.size() + " lines " + acknowledged.size()
                    + " were acknowledged and none of these is lost");
        }
    }

    /** A relay from the jar that {@code property} names, so that another version can be tried over the same state; else from these classes. */
    private RelayProcess relay(String property, int port, Path settings) throws IOException {
        Optional<String> jar = Optional.ofNullable(System.getProperty(property));
        return RelayProcess.starting(temp, port, settings, Map.of(), jar).awaitReady();
    }

    private List<TestViewer> returning(RelayProcess relay, String link, List<Duration> waits)
            throws InterruptedException {
        ScheduledExecutorService timers = Executors.newScheduledThreadPool(AT_ONCE);
        Queue<TestViewer> back = new ConcurrentLinkedQueue<>();
        for (Duration wait : waits) {
            var unused = timers.schedule(
                    () -> back.add(watching(relay, link, 1).get(0)), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
        timers.shutdown();
        assertThat(timers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(back).hasSize(waits.size());
        return List.copyOf(back);
    }

    private static String publishKey(RelayProcess relay) {
        return relay.host()
                .post("/cameras/" + FRONT.text() + "/publish-keys", new JsonObject())
                .expect(201)
                .json()
                .getString("key");
    }

    private static List<String> texts(Path state) {
        try (RelayStore store = store(state)) {
            return store.chatLines().open(FRONT, 10_000).lines().stream()
                    .map(ChatLine::text)
                    .toList();
        }
    }

    private static RelayStore store(Path state) {
        return RelayStore.open(
                Dialect.sqlite(state.resolve(RelayStore.FILE)), new Secrets(new SecureRandom()), Clock.systemUTC());
    }

    private static String chatLink(RelayProcess relay) {
        return relay.host()
                .post("/cameras/front/links", new JsonObject().put("can", "chat"))
                .expect(201)
                .json()
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
    }

    /** Publishes as a page does, which has no TLS to wait for. */
    private TestAgent publishing(RelayProcess relay, String publishKey) {
        TestAgent page = TestAgent.page(client, relay.plainPort(), relay.origin());
        page.send(new Publish(publishKey, "test"));
        page.expect(Accepted.class);
        page.announce();
        return page;
    }

    private List<TestViewer> watching(RelayProcess relay, String link, int count) {
        List<TestViewer> viewers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TestViewer viewer = TestViewer.connect(client, relay.plainPort(), relay.origin());
            viewer.watch(FRONT.text(), link);
            viewer.expect(Welcome.class);
            viewers.add(viewer);
            if (i % SAY_SOMETHING == 0) {
                viewers.forEach(TestViewer::askForTime);
            }
        }
        viewers.forEach(viewer -> viewer.expect(ChatReady.class));
        return viewers;
    }

    private void say(TestViewer viewer, int number) {
        for (int line = 0; line < 3; line++) {
            String text = "line " + number + " " + line;
            said.add(text);
            viewer.say("client-" + number + "-" + line, text);
        }
    }

    private static Stream<String> acknowledged(TestViewer viewer) {
        return viewer.received.stream()
                .filter(ChatAccepted.class::isInstance)
                .map(ChatAccepted.class::cast)
                .map(accepted -> accepted.clientId().replace("client-", "line ").replace('-', ' '));
    }

    /** Looks at the goodbye and leaves everything else where it is. */
    private static Duration retryAfter(TestPeer peer) {
        peer.assertClosed(1012, "restarting");
        return peer.received.stream()
                .filter(Goodbye.class::isInstance)
                .map(Goodbye.class::cast)
                .findFirst()
                .flatMap(Goodbye::retryAfter)
                .orElseThrow();
    }
}
