package dev.fanlight.relay.webhook;

import dev.fanlight.relay.config.WebhookConfig;
import dev.fanlight.relay.event.RelayEvent;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.outbound.PostClient;
import dev.fanlight.relay.outbound.PostTarget;
import dev.fanlight.runtime.MediaClock;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Posts events to one server, one after the other in their order. Its own event loop, but for what is said otherwise. */
final class Webhook {

    /** Most events that wait; beyond that the oldest fails. */
    static final int MAX_WAITING = 256;

    private static final String TOO_MANY = "too many events waited";
    private static final long MICROS = TimeUnit.SECONDS.toMicros(1);

    private final WebhookConfig config;
    private final WebhookTimeouts timeouts;
    private final PostClient client;
    private final WebhookSigner signer;
    private final MediaClock clock;
    private final ErrorLog errors;
    private final Vertx vertx;
    private final Context loop;
    private final DeliveryLog log = new DeliveryLog();
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private boolean busy;
    private volatile boolean stopped;

    Webhook(
            WebhookConfig config,
            WebhookTimeouts timeouts,
            PostClient client,
            Vertx vertx,
            MediaClock clock,
            ErrorLog errors) {
        this.config = config;
        this.timeouts = timeouts;
        this.client = client;
        this.signer = new WebhookSigner(config.secret());
        this.clock = clock;
        this.errors = errors;
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
    }

    /** Posts an event, if it is one of those that are posted. Any thread. */
    void offer(RelayEvent event) {
        if (config.events().contains(event.type())) {
            post(event);
        }
    }

    /** Posts an event, whichever it is. Any thread. */
    void post(RelayEvent event) {
        log.update(Delivery.of(event));
        loop.runOnContext(run -> add(Delivery.of(event)));
    }

    /** What has become of the newest events. Any thread. */
    List<Delivery> deliveries() {
        return log.all();
    }

    /** What it is. Any thread. */
    WebhookConfig config() {
        return config;
    }

    /** Posts no more; what waits is lost. Any thread. */
    void stop() {
        stopped = true;
    }

    private void add(Delivery delivery) {
        if (waiting.size() == MAX_WAITING) {
            // The first one may be on its way.
            Delivery first = waiting.removeFirst();
            log.update(waiting.removeFirst().failed(TOO_MANY));
            waiting.addFirst(first);
        }
        waiting.addLast(delivery);
        next();
    }

    private void next() {
        if (busy || stopped || waiting.isEmpty()) {
            return;
        }
        busy = true;
        RelayEvent event = waiting.getFirst().event();
        String body = event.json().encode();
        long seconds = clock.micros() / MICROS;
        Map<String, String> headers = Map.of(
                "content-type", "application/json",
                "user-agent", "Fanlight",
                "webhook-id", event.id(),
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature", signer.sign(event.id(), seconds, body));
        client.post(new PostTarget(config.url(), config.networks()), headers, Buffer.buffer(body))
                .onComplete(status -> loop.runOnContext(run ->
                        answered(status.succeeded() ? problem(status.result()) : Optional.of(reason(status.cause())))));
    }

    private void answered(Optional<String> problem) {
        Delivery delivery = waiting.removeFirst();
        if (problem.isEmpty()) {
            log.update(delivery.delivered());
            busy = false;
            next();
            return;
        }
        Delivery again = delivery.again(problem.get());
        if (again.tries() > timeouts.retries().size()) {
            log.update(again.failed(problem.get()));
            errors.warn("An event could not be delivered by " + config + ": " + problem.get());
            busy = false;
            next();
            return;
        }
        log.update(again);
        waiting.addFirst(again);
        vertx.setTimer(
                timeouts.retries().get(again.tries() - 1).toMillis(),
                timer -> loop.runOnContext(run -> {
                    busy = false;
                    next();
                }));
    }

    private static Optional<String> problem(int status) {
        return status / 100 == 2 ? Optional.empty() : Optional.of("it answered " + status);
    }

    private static String reason(Throwable e) {
        return String.valueOf(e.getMessage());
    }
}
