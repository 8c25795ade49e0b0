package dev.fanlight.relay.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.config.Subnet;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.relay.event.RelayEvent;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.outbound.PostClient;
import dev.fanlight.relay.testing.HookServer;
import dev.fanlight.relay.testing.LogRecords;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushDeliveriesTest {

    private static final List<Subnet> LOOPBACK = List.of(new Subnet("127.0.0.0", 8));
    private static final PushTimeouts SHORT =
            new PushTimeouts(Duration.ofSeconds(10), List.of(Duration.ofMillis(20), Duration.ofMillis(20)));
    private static final PushTimeouts LONG =
            new PushTimeouts(Duration.ofSeconds(10), List.of(Duration.ofMillis(300), Duration.ofMillis(300)));

    private final SecureRandom random = new SecureRandom();
    private final Vertx vertx = Vertx.vertx();
    private final HookServer server = HookServer.start(vertx, new HttpServerOptions());
    private final Queue<String> removed = new ConcurrentLinkedQueue<>();
    private final VapidKey key = new VapidKey(VapidKey.generate(random), "https://localhost");

    @AfterEach
    void stop() {
        server.close();
        vertx.close().await();
    }

    @Test
    void aServiceThatFailsIsAskedAFewTimesAndNoMore() {
        server.answering(500, 503, 500, 500, 500);
        try (LogRecords log = LogRecords.listen()) {
            deliveries(LOOPBACK, SHORT).send(event("1", EventType.CAMERA_LOST), List.of(phone()), key);
            Await.until("it is given up", () -> !log.all().isEmpty());
            assertThat(server.posts()).hasSize(3);
            assertThat(log.all())
                    .singleElement()
                    .satisfies(line -> assertThat(line.getMessage())
                            .contains("127.0.0.1", "it answered 500")
                            .doesNotContain("/hook"));
        }
        assertThat(removed).isEmpty();
    }

    @Test
    void aBrowserThatIsGoneIsForgotten() {
        server.answering(410);
        deliveries(LOOPBACK, SHORT).send(event("1", EventType.CAMERA_LOST), List.of(phone()), key);
        Await.until("it is removed", () -> removed.contains("phone"));
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void aMessageThatWaitsIsNotSentOnceANewerOneAboutTheSameHasCome() {
        server.answering(500, 201);
        PushDeliveries deliveries = deliveries(LOOPBACK, LONG);
        deliveries.send(event("1", EventType.CAMERA_LOST), List.of(phone()), key);
        Await.until("the first was tried", () -> server.posts().size() == 1);
        deliveries.send(event("2", EventType.CAMERA_BACK), List.of(phone()), key);
        Await.until(
                "the second is sent", () -> deliveries.describe().get("sent").equals(1L));
        deliveries.send(event("3", EventType.FIRST_VIEWER), List.of(phone()), key);
        Await.until("the third is sent", () -> deliveries.describe().get("sent").equals(2L));
        assertThat(server.posts()).hasSize(3);
    }

    @Test
    void nothingIsSentIntoPrivateNetworksThatAreNotNamed() {
        try (LogRecords log = LogRecords.listen()) {
            deliveries(List.of(), SHORT).send(event("1", EventType.CAMERA_LOST), List.of(phone()), key);
            Await.until("it is given up", () -> !log.all().isEmpty());
            assertThat(log.all().get(0).getMessage()).contains("private network");
        }
        assertThat(server.posts()).isEmpty();
    }

    private PushDeliveries deliveries(List<Subnet> networks, PushTimeouts timeouts) {
        WorkerExecutor worker = vertx.createSharedWorkerExecutor("names");
        return new PushDeliveries(
                new PostClient(vertx, worker, timeouts.answer(), Optional.empty()),
                networks,
                timeouts,
                removed::add,
                random,
                vertx,
                worker,
                Clock.systemUTC(),
                new ErrorLog(NanoClock.SYSTEM));
    }

    private PushSubscription phone() {
        byte[] point = P256.encode((ECPublicKey) P256.generate(random).getPublic());
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        PushSubscription.Target target = PushSubscription.target(
                URI.create("http://127.0.0.1:" + server.port() + "/hook").toString(),
                encoder.encodeToString(point),
                encoder.encodeToString(new byte[16]));
        return new PushSubscription("phone", "session", "A browser", 0, target);
    }

    private static RelayEvent event(String id, EventType type) {
        return new RelayEvent(id, type, 0, Optional.of(new CameraName("front")), Map.of());
    }
}
