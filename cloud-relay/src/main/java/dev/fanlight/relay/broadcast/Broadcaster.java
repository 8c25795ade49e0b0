package dev.fanlight.relay.broadcast;

import dev.fanlight.relay.buffer.SharedBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends to subscribers grouped by event loop: a broadcast costs one task per loop, which serves its subscribers without a lock. Every
 * method is called under one lock of the owner; each loop performs the calls in that order, so that a subscriber that joins between two
 * broadcasts receives all of the second and nothing of the first.
 *
 * @param <G> holds the subscribers of one loop, accessed only on it
 */
public final class Broadcaster<G> {

    private final Function<SubscriberLoop, G> opening;
    private final Consumer<G> closing;

    // owner’s lock; as many as there are event loops
    private final Map<SubscriberLoop, LoopGroup<G>> groups = new HashMap<>();
    private int size;

    /**
     * Begins without subscribers.
     *
     * @param opening creates the group of a loop when its first subscriber joins
     * @param closing called on the loop when its last subscriber has left
     */
    public Broadcaster(Function<SubscriberLoop, G> opening, Consumer<G> closing) {
        this.opening = opening;
        this.closing = closing;
    }

    /** Number of subscribers. */
    public int size() {
        return size;
    }

    /**
     * Adds a subscriber.
     *
     * @param owned references that are released after that
     * @param first called on the loop, after all earlier and before all later broadcasts
     */
    public void join(SubscriberLoop loop, List<? extends SharedBuffer> owned, Consumer<G> first) {
        size++;
        LoopGroup<G> group = groups.computeIfAbsent(loop, its -> new LoopGroup<>(its, opening.apply(its)));
        group.join();
        group.post(owned, first);
    }

    /**
     * Removes a subscriber that has joined; does nothing when the loop has none.
     *
     * @param last called on the loop, after all earlier and before all later broadcasts
     */
    public void leave(SubscriberLoop loop, Consumer<G> last) {
        LoopGroup<G> group = groups.get(loop);
        if (group == null) {
            return;
        }
        size--;
        group.leave();
        group.post(List.of(), last);
        if (group.isEmpty()) {
            groups.remove(loop);
            group.post(List.of(), closing);
        }
    }

    /** Calls {@code delivery} for the group of each loop, on it; the caller still owns {@code payload}, and each loop retains it. */
    public void each(SharedBuffer payload, BiConsumer<G, SharedBuffer> delivery) {
        groups.values().forEach(group -> group.deliver(payload, delivery));
    }

    /** Calls {@code action} for the group of each loop, on it. */
    public void each(Consumer<G> action) {
        groups.values().forEach(group -> group.post(List.of(), action));
    }

    /**
     * Runs a task for one subscriber on its loop, in order with the broadcasts.
     *
     * @param owned references that are released after that
     * @return whether the loop has subscribers and still accepts work
     */
    public boolean post(SubscriberLoop loop, List<? extends SharedBuffer> owned, Consumer<G> task) {
        LoopGroup<G> group = groups.get(loop);
        if (group == null) {
            owned.forEach(SharedBuffer::release);
            return false;
        }
        return group.post(owned, task);
    }
}
