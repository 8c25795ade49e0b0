package dev.fanlight.relay.webpush;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.relay.event.Events;
import dev.fanlight.relay.event.RecentReports;
import dev.fanlight.relay.event.RelayEvent;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notifies the browsers that the owner has chosen of what happens. Starting and stopping thread, but for what is said otherwise. */
public final class WebPush implements Component {

    /** How long a browser is not notified of a camera's first viewer again, so that a viewer who comes and goes does not ring all night. */
    static final Duration VIEWER_QUIET = Duration.ofMinutes(10);

    /** Most cameras that are remembered for that; the oldest is forgotten. */
    static final int MAX_CAMERAS = 1_000;

    private final PushStore store;
    private final Events events;
    private final PushDeliveries deliveries;
    private final WorkerExecutor worker;
    private final SecureRandom random;
    private final String subject;
    private final NanoClock clock;
    private final ErrorLog errors;
    private final RecentReports<CameraName> viewers = new RecentReports<>(VIEWER_QUIET, MAX_CAMERAS);
    private Runnable end = () -> {};

    /**
     * Notifies from the start on.
     *
     * @param subject who push services are to reach about this relay: an address with {@code https:} or {@code mailto:}
     */
    public WebPush(
            PushStore store,
            Events events,
            PushDeliveries deliveries,
            WorkerExecutor worker,
            SecureRandom random,
            String subject,
            NanoClock clock,
            ErrorLog errors) {
        this.store = store;
        this.events = events;
        this.deliveries = deliveries;
        this.worker = worker;
        this.random = random;
        this.subject = subject;
        this.clock = clock;
        this.errors = errors;
    }

    /** By what a browser knows the relay when it subscribes. Blocking, any thread. */
    public String publicKey() {
        return store.key().orElseGet(() -> store.key(VapidKey.generate(random))).publicKey();
    }

    /** The browsers that are notified. Blocking, any thread. */
    public List<PushSubscription> subscriptions() {
        return store.all();
    }

    /** Notifies one more, and returns its id; its session has one at most. Blocking, any thread. */
    public String subscribe(String session, String browser, PushSubscription.Target target) {
        return store.add(session, browser, target);
    }

    /** Notifies one no more; false when there is none. Blocking, any thread. */
    public boolean unsubscribe(String id) {
        return store.remove(id);
    }

    /** Sends a test to one; false when there is none. Blocking, any thread. */
    public boolean test(String id) {
        List<PushSubscription> one = store.all().stream()
                .filter(subscription -> subscription.id().equals(id))
                .toList();
        if (!one.isEmpty()) {
            send(events.event(EventType.TEST, Optional.empty(), Map.of()), one);
        }
        return !one.isEmpty();
    }

    @Override
    public String name() {
        return "web-push";
    }

    @Override
    public void start() {
        end = events.subscribe(Optional.empty(), this::offer);
    }

    @Override
    public void stop(Duration limit) {
        end.run();
        deliveries.stop();
    }

    @Override
    public Map<String, Object> describe() {
        return deliveries.describe();
    }

    private void offer(RelayEvent event) {
        if (!PushMessage.TYPES.contains(event.type()) || isOldNews(event)) {
            return;
        }
        worker.executeBlocking(() -> {
                    List<PushSubscription> all = store.all();
                    if (!all.isEmpty()) {
                        send(event, all);
                    }
                    return all.size();
                })
                .onFailure(e -> errors.failure("The browsers to notify could not be read", e));
    }

    private boolean isOldNews(RelayEvent event) {
        return event.type() == EventType.FIRST_VIEWER
                && !event.camera()
                        .map(camera -> viewers.isNews(camera, clock.nanoTime()))
                        .orElse(true);
    }

    private void send(RelayEvent event, List<PushSubscription> receivers) {
        store.key().ifPresent(key -> deliveries.send(event, receivers, new VapidKey(key, subject)));
    }
}
