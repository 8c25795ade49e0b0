package dev.fanlight.relay.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A topic in memory. The publishing thread delivers, all messages in one order; a message that is published while another thread delivers,
 * or by a listener, is left to the delivering thread. When too many wait, they are dropped and listeners receive {@code missed} instead.
 * Thread safe.
 */
public final class LocalTopic<T> implements Topic<T> {

    private final int limit;
    private final Consumer<RuntimeException> failures;
    private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();

    /** An empty entry marks dropped messages. */
    @GuardedBy("this")
    private final Deque<Optional<T>> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private boolean isDelivering;

    /** Has no listeners; at most {@code limit} messages wait, and {@code failures} takes what listeners throw. */
    public LocalTopic(int limit, Consumer<RuntimeException> failures) {
        this.limit = limit;
        this.failures = failures;
    }

    @Override
    public CompletionStage<Void> publish(T message) {
        pass(Optional.of(message));
        return CompletableFuture.allOf();
    }

    /** Informs the listeners that messages were missed, in order with the messages. */
    public void missed() {
        pass(Optional.empty());
    }

    @Override
    public Subscription subscribe(Listener<T> listener) {
        // An object of its own, so that a listener may be subscribed twice.
        Listener<T> entry = new Entry<>(listener);
        listeners.add(entry);
        return () -> listeners.remove(entry);
    }

    private void pass(Optional<T> message) {
        if (enqueue(message)) {
            for (Optional<Optional<T>> next = next(); next.isPresent(); next = next()) {
                deliver(next.get());
            }
        }
    }

    /** Whether the caller is to deliver. */
    private synchronized boolean enqueue(Optional<T> message) {
        if (waiting.size() >= limit) {
            waiting.clear();
            waiting.add(Optional.empty());
        } else {
            waiting.add(message);
        }
        boolean first = !isDelivering;
        isDelivering = true;
        return first;
    }

    private synchronized Optional<Optional<T>> next() {
        Optional<Optional<T>> next = Optional.ofNullable(waiting.poll());
        isDelivering = next.isPresent();
        return next;
    }

    private void deliver(Optional<T> message) {
        for (Listener<T> listener : listeners) {
            try {
                message.ifPresentOrElse(listener::received, listener::missed);
            } catch (RuntimeException e) {
                failures.accept(e);
            }
        }
    }

    private static final class Entry<T> implements Listener<T> {

        private final Listener<T> listener;

        Entry(Listener<T> listener) {
            this.listener = listener;
        }

        @Override
        public void received(T message) {
            listener.received(message);
        }

        @Override
        public void missed() {
            listener.missed();
        }
    }
}
