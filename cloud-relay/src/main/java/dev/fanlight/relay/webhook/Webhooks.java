package dev.fanlight.relay.webhook;

import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.config.WebhookConfig;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.relay.event.Events;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.outbound.PostClient;
import dev.fanlight.runtime.MediaClock;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts the events of a relay to the servers that its settings name. Starting and stopping thread, but for what is said otherwise. */
public final class Webhooks implements Component {

    private final Events events;
    private final PostClient client;
    private final List<Webhook> all;
    private Runnable end = () -> {};

    /** Posts to {@code configs} from the start on. */
    public Webhooks(
            List<WebhookConfig> configs,
            WebhookTimeouts timeouts,
            Events events,
            Vertx vertx,
            WorkerExecutor worker,
            MediaClock clock,
            ErrorLog errors) {
        this.events = events;
        this.client = new PostClient(vertx, worker, timeouts.answer(), Optional.empty());
        this.all = configs.stream()
                .map(config -> new Webhook(config, timeouts, client, vertx, clock, errors))
                .toList();
    }

    /**
     * How a webhook is doing. Immutable.
     *
     * @param config what it is
     * @param deliveries what has become of the newest events, the oldest first
     */
    public record Status(WebhookConfig config, List<Delivery> deliveries) {}

    /** How each is doing. Any thread. */
    public List<Status> statuses() {
        return all.stream()
                .map(webhook -> new Status(webhook.config(), webhook.deliveries()))
                .toList();
    }

    /** Has the webhook of this name post a test; false when there is none. Any thread. */
    public boolean test(String name) {
        Optional<Webhook> found = all.stream()
                .filter(webhook -> webhook.config().name().equals(name))
                .findFirst();
        found.ifPresent(webhook -> webhook.post(events.event(EventType.TEST, Optional.empty(), Map.of())));
        return found.isPresent();
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void start() {
        end = events.subscribe(Optional.empty(), event -> all.forEach(webhook -> webhook.offer(event)));
    }

    @Override
    public void stop(Duration limit) {
        end.run();
        all.forEach(Webhook::stop);
        client.close();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Status status : statuses()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            for (Delivery.State state : Delivery.State.values()) {
                counts.put(
                        state.word(),
                        status.deliveries().stream()
                                .filter(delivery -> delivery.state() == state)
                                .count());
            }
            byName.put(status.config().name(), counts);
        }
        return byName;
    }
}
