package dev.fanlight.relay.broadcast;

import dev.fanlight.relay.buffer.SharedBuffer;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The subscribers that one event loop serves.
 *
 * @param <G> holds them, on the loop
 */
final class LoopGroup<G> {

    private final SubscriberLoop loop;
    private final G subscribers;

    // owner’s lock
    private int size;

    LoopGroup(SubscriberLoop loop, G subscribers) {
        this.loop = loop;
        this.subscribers = subscribers;
    }

    void join() {
        size++;
    }

    void leave() {
        size--;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void deliver(SharedBuffer payload, BiConsumer<G, SharedBuffer> delivery) {
        payload.retain();
        post(List.of(payload), group -> delivery.accept(group, payload));
    }

    /** Runs a task on the loop, then releases {@code owned}, also when the loop accepts no more work; returns whether it did. */
    boolean post(List<? extends SharedBuffer> owned, Consumer<G> task) {
        try {
            loop.execute(() -> {
                try {
                    task.accept(subscribers);
                } finally {
                    owned.forEach(SharedBuffer::release);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            owned.forEach(SharedBuffer::release);
            return false;
        }
    }
}
