package dev.fanlight.relay.webpush;

import dev.fanlight.relay.config.Subnet;
import dev.fanlight.relay.event.RelayEvent;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.outbound.PostClient;
import dev.fanlight.relay.outbound.PostTarget;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Sends messages to push services, each encrypted for its browser. One that could not be taken is tried again a few times, unless a newer one
 * about the same has come; a browser that is gone is removed. Its own event loop, but for what is said otherwise.
 */
public final class PushDeliveries {

    /** Most messages that are on their way or wait for another attempt; those beyond are lost. */
    static final int MAX_WAITING = 256;

    /** For how long a push service keeps a message for a phone that is off, s. */
    static final int KEPT_SECONDS = 3_600;

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int CLIENT = 4;
    private static final int SUCCESS = 2;
    private static final int CLASS = 100;

    private final PostClient client;
    private final List<Subnet> networks;
    private final PushTimeouts timeouts;
    private final Predicate<String> remove;
    private final SecureRandom random;
    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final Context loop;
    private final Clock clock;
    private final ErrorLog errors;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong removed = new AtomicLong();

    /** The newest event of each browser and topic that waits: no more than messages. */
    private final Map<String, RelayEvent> newest = new HashMap<>();

    private int waiting;
    private volatile boolean stopped;

    /**
     * Sends nothing yet.
     *
     * @param networks private networks in which push services may be
     * @param remove forgets the browser with this id; blocking, run by {@code worker}
     */
    public PushDeliveries(
            PostClient client,
            List<Subnet> networks,
            PushTimeouts timeouts,
            Predicate<String> remove,
            SecureRandom random,
            Vertx vertx,
            WorkerExecutor worker,
            Clock clock,
            ErrorLog errors) {
        this.client = client;
        this.networks = List.copyOf(networks);
        this.timeouts = timeouts;
        this.remove = remove;
        this.random = random;
        this.vertx = vertx;
        this.worker = worker;
        this.loop = vertx.getOrCreateContext();
        this.clock = clock;
        this.errors = errors;
    }

    /**
     * One message to one browser.
     *
     * @param tries how often it was tried
     */
    private record Message(RelayEvent event, PushSubscription receiver, VapidKey key, int tries) {

        /** What a newer message replaces. */
        String about() {
            return receiver.id() + " " + PushMessage.topic(event);
        }
    }

    /** Sends an event to each of them. Any thread. */
    void send(RelayEvent event, List<PushSubscription> receivers, VapidKey key) {
        loop.runOnContext(run -> receivers.forEach(receiver -> begin(new Message(event, receiver, key, 0))));
    }

    /** Sends no more; what waits is lost. Any thread. */
    void stop() {
        stopped = true;
        client.close();
    }

    /** What came of messages so far. Any thread. */
    Map<String, Object> describe() {
        return Map.of("sent", sent.get(), "removed", removed.get());
    }

    private void begin(Message message) {
        if (waiting == MAX_WAITING) {
            errors.warn("More notifications wait for push services than there is room for");
            return;
        }
        waiting++;
        newest.put(message.about(), message.event());
        post(message);
    }

    private void post(Message message) {
        if (stopped || isReplaced(message)) {
            end(message);
            return;
        }
        PushSubscription.Target target = message.receiver().target();
        byte[] salt = new byte[MessageCipher.SALT_BYTES];
        random.nextBytes(salt);
        byte[] body = MessageCipher.seal(
                PushMessage.text(message.event()), target.point(), target.secretBytes(), P256.generate(random), salt);
        Map<String, String> headers = Map.of(
                "authorization",
                message.key().authorization(target.endpoint(), clock.millis()),
                "content-encoding",
                "aes128gcm",
                "content-type",
                "application/octet-stream",
                "ttl",
                Integer.toString(KEPT_SECONDS),
                "urgency",
                "high",
                "topic",
                PushMessage.topic(message.event()));
        client.post(new PostTarget(target.endpoint(), networks), headers, Buffer.buffer(body))
                .onComplete(status -> loop.runOnContext(run -> answered(
                        message,
                        status.succeeded() ? Optional.of(status.result()) : Optional.empty(),
                        status.succeeded() ? "it answered " + status.result() : reason(status.cause()))));
    }

    private void answered(Message message, Optional<Integer> status, String outcome) {
        int code = status.orElse(0);
        if (code / CLASS == SUCCESS) {
            sent.incrementAndGet();
            end(message);
        } else if (code == NOT_FOUND || code == GONE) {
            end(message);
            forget(message.receiver());
        } else if ((code / CLASS == CLIENT && code != TOO_MANY)
                || message.tries() == timeouts.retries().size()) {
            errors.warn("A notification was not taken for " + message.receiver().target() + ": " + outcome);
            end(message);
        } else {
            Message again = new Message(message.event(), message.receiver(), message.key(), message.tries() + 1);
            vertx.setTimer(
                    timeouts.retries().get(message.tries()).toMillis(), timer -> loop.runOnContext(run -> post(again)));
        }
    }

    private boolean isReplaced(Message message) {
        return !message.event().equals(newest.get(message.about()));
    }

    private void end(Message message) {
        waiting--;
        newest.remove(message.about(), message.event());
    }

    private void forget(PushSubscription gone) {
        worker.executeBlocking(() -> remove.test(gone.id()))
                .onSuccess(done -> removed.incrementAndGet())
                .onFailure(e -> errors.failure("A browser that is gone could not be removed", e));
    }

    private static String reason(Throwable e) {
        return String.valueOf(e.getMessage());
    }
}
