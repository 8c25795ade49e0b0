package dev.fanlight.relay.server;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.audit.AuditWriter;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.component.Lifecycle;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.event.CameraPresence;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.relay.event.Events;
import dev.fanlight.relay.event.RecentReports;
import dev.fanlight.relay.outbound.PostClient;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.webhook.WebhookTimeouts;
import dev.fanlight.relay.webhook.Webhooks;
import dev.fanlight.relay.webpush.PushDeliveries;
import dev.fanlight.relay.webpush.PushStore;
import dev.fanlight.relay.webpush.PushTimeouts;
import dev.fanlight.relay.webpush.WebPush;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out what happens on a relay, and publishes it as events. */
final class RelayEvents implements Component {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int ID_BITS = 80;

    /** How long the use of the same link is not reported again. */
    static final Duration LINK_QUIET = Duration.ofMinutes(10);

    /** Most links that are remembered for that; the oldest is forgotten. */
    static final int MAX_LINKS = 1_000;

    /** Threads of their own for what asks for the addresses of names: when no name server answers, sessions go on. */
    private static final int WEBHOOK_THREADS = 4;

    private static final long MICROS_PER_MILLI = 1_000;

    private final Events events;
    private final Vertx vertx;
    private final StreamRegistry streams;
    private final NanoClock clock;
    private final RecentReports<String> links = new RecentReports<>(LINK_QUIET, MAX_LINKS);

    // The timer’s loop; as many as there are streams.
    private final Map<CameraName, CameraPresence> presences = new HashMap<>();

    // Starting and stopping thread.
    private long timer;

    RelayEvents(Events events, Vertx vertx, StreamRegistry streams, NanoClock clock) {
        this.events = events;
        this.vertx = vertx;
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * What the API asks.
     *
     * @param events what happens
     * @param webhooks where that is posted to
     * @param push browsers that are notified
     */
    record Running(Events events, Webhooks webhooks, WebPush push) {}

    /** Starts to look, and to post what happens. On the starting thread. */
    static Running start(
            RelayConfig config,
            Lifecycle lifecycle,
            Vertx vertx,
            StreamRegistry streams,
            RelayAccess access,
            AuditWriter audit,
            PushStore subscriptions,
            Instruments instruments) {
        Events events = new Events(
                () -> instruments.secrets().base32(ID_BITS),
                () -> instruments.wallClock().micros() / MICROS_PER_MILLI);
        WorkerExecutor worker = vertx.createSharedWorkerExecutor("webhooks", WEBHOOK_THREADS);
        Webhooks webhooks = lifecycle.start(new Webhooks(
                config.webhooks(),
                WebhookTimeouts.STANDARD,
                events,
                vertx,
                worker,
                instruments.wallClock(),
                instruments.errors()));
        WebPush push = lifecycle.start(push(config, subscriptions, events, vertx, worker, instruments));
        RelayEvents started = lifecycle.start(new RelayEvents(events, vertx, streams, instruments.clock()));
        access.sessions().onOpen(started::admitted);
        audit.onRecord(started::recorded);
        return new Running(events, webhooks, push);
    }

    private static WebPush push(
            RelayConfig config,
            PushStore subscriptions,
            Events events,
            Vertx vertx,
            WorkerExecutor worker,
            Instruments instruments) {
        PushDeliveries deliveries = new PushDeliveries(
                new PostClient(vertx, worker, PushTimeouts.STANDARD.answer(), Optional.empty()),
                config.push().networks(),
                PushTimeouts.STANDARD,
                subscriptions::remove,
                instruments.random(),
                vertx,
                worker,
                Clock.systemUTC(),
                instruments.errors());
        String host = config.listen().publicHost();
        String subject = config.publicOrigin().orElse("https://" + (host.isEmpty() ? "localhost" : host));
        return new WebPush(
                subscriptions,
                events,
                deliveries,
                worker,
                instruments.random(),
                subject,
                instruments.clock(),
                instruments.errors());
    }

    /** A viewer or publisher was admitted. Any thread. */
    private void admitted(AuthorizedSessions.Session session) {
        if (session.principal() instanceof LinkHolder holder
                && session.viewing().isPresent()) {
            if (links.isNews(holder.link(), clock.nanoTime())) {
                events.publish(
                        EventType.LINK_USED,
                        holder.camera(),
                        Map.of(
                                "link", holder.link(),
                                "label", session.viewing().get().label()));
            }
        }
    }

    /** Something was written into the audit log. Any thread. */
    private void recorded(AuditLog.Entry entry) {
        if (entry.alert()) {
            Map<String, String> data = new TreeMap<>(Map.of("act", entry.act(), "actor", entry.actor()));
            entry.target().ifPresent(target -> data.put("target", target));
            events.publish(
                    EventType.ALARM, entry.camera().filter(CameraName::isValid).map(CameraName::new), data);
        }
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public void start() {
        timer = vertx.setPeriodic(LOOK.toMillis(), id -> look());
    }

    @Override
    public void stop(Duration limit) {
        vertx.cancelTimer(timer);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("recent", events.recent().size());
    }

    private void look() {
        Map<CameraName, LiveStream> open = streams.byName();
        presences.keySet().retainAll(open.keySet());
        long now = clock.nanoTime();
        open.forEach((camera, stream) -> presences
                .computeIfAbsent(camera, name -> new CameraPresence())
                .observe(stream.isOnline(), stream.viewers() > 0, now)
                .forEach(type -> events.publish(type, Optional.of(camera), Map.of())));
    }
}
