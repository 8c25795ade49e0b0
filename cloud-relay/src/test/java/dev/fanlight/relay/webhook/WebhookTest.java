package dev.fanlight.relay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.Subnet;
import dev.fanlight.relay.config.WebhookConfig;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.relay.event.RelayEvent;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.outbound.PostClient;
import dev.fanlight.relay.testing.HookServer;
import dev.fanlight.relay.webhook.Delivery.State;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final WebhookTimeouts TIMEOUTS =
            new WebhookTimeouts(Duration.ofSeconds(20), List.of(Duration.ofMillis(10), Duration.ofMillis(10)));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void anEventThatIsNeverTakenFailsAndTheNextOneIsPosted() {
        try (HookServer server = HookServer.start(vertx, new HttpServerOptions())) {
            server.answering(500, 404, 302);
            Webhook webhook = webhook(server.port());
            webhook.post(event("a"));
            webhook.post(event("b"));
            Await.until("b is delivered", () -> state(webhook, "b") == State.DELIVERED);
            Delivery failed = webhook.deliveries().get(0);
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.tries()).isEqualTo(3);
            assertThat(failed.problem()).contains("it answered 302");
            assertThat(server.posts()).extracting(HookServer.Post::id).containsExactly("a", "a", "a", "b");
        }
    }

    @Test
    void ofTooManyThatWaitTheOldestFailsThatIsNotOnItsWay() {
        NetServer silent = vertx.createNetServer()
                .connectHandler(socket -> {})
                .listen(0, "127.0.0.1")
                .await();
        Webhook webhook = webhook(silent.actualPort());
        for (int i = 0; i < Webhook.MAX_WAITING; i++) {
            webhook.post(event("event-" + i));
        }
        webhook.post(event("last"));
        Await.until("event-1 fails", () -> state(webhook, "event-1") == State.FAILED);
        assertThat(webhook.deliveries()).hasSize(DeliveryLog.MAX);
        assertThat(webhook.deliveries())
                .filteredOn(delivery -> delivery.state() == State.FAILED)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.problem()).contains("too many events waited"));
    }

    private Webhook webhook(int port) {
        WebhookConfig config = new WebhookConfig(
                "home",
                URI.create("http://127.0.0.1:" + port + "/hook"),
                "0123456789abcdef",
                Set.of(EventType.TEST),
                List.of(new Subnet("127.0.0.0", 8)));
        PostClient client =
                new PostClient(vertx, vertx.createSharedWorkerExecutor("names"), TIMEOUTS.answer(), Optional.empty());
        return new Webhook(config, TIMEOUTS, client, vertx, MediaClock.system(), new ErrorLog(NanoClock.SYSTEM));
    }

    private static State state(Webhook webhook, String id) {
        return webhook.deliveries().stream()
                .filter(delivery -> delivery.event().id().equals(id))
                .map(Delivery::state)
                .findFirst()
                .orElse(State.WAITING);
    }

    private static RelayEvent event(String id) {
        return new RelayEvent(id, EventType.TEST, 0, Optional.empty(), Map.of());
    }
}
