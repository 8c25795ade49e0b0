package dev.fanlight.relay.broadcast;

import dev.fanlight.relay.buffer.SharedBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Receivers grouped by event loop: a broadcast costs one task a loop, and each loop walks its own without a lock. Every
 * method is called under one lock of the owner; what is called in that order reaches each loop in that order, so that a
 * receiver that joins between two broadcasts gets all of the second and nothing of the first.
 *
 * @param <G> what keeps the receivers of one loop, touched only there
 */
public final class Broadcaster<G> {

    private final Function<SubscriberLoop, G> opening;
    private final Consumer<G> closing;

    // owner’s lock; as many as there are event loops
    private final Map<SubscriberLoop, LoopGroup<G>> groups = new HashMap<>();
    private int size;

    /**
     * Empty.
     *
     * @param opening makes the group of a loop whose first receiver comes
     * @param closing called on the loop when its last receiver has gone
     */
    public Broadcaster(Function<SubscriberLoop, G> opening, Consumer<G> closing) {
        this.opening = opening;
        this.closing = closing;
    }

    /** How many receivers have joined and not left. */
    public int size() {
        return size;
    }

    /**
     * A receiver comes.
     *
     * @param owned references that are given back after that
     * @param first called on the loop, after everything that was broadcast before and before everything that comes after
     */
    public void join(SubscriberLoop loop, List<? extends SharedBuffer> owned, Consumer<G> first) {
        size++;
        LoopGroup<G> group = groups.computeIfAbsent(loop, its -> new LoopGroup<>(its, opening.apply(its)));
        group.join();
        group.post(owned, first);
    }

    /**
     * A receiver that has joined is gone; nothing happens when none of this loop has.
     *
     * @param last called on the loop, after everything that was broadcast before and before everything that comes after
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

    /** Calls {@code delivery} for the group of each loop, on it; {@code payload} is borrowed, each loop holds a reference meanwhile. */
    public void each(SharedBuffer payload, BiConsumer<G, SharedBuffer> delivery) {
        groups.values().forEach(group -> group.deliver(payload, delivery));
    }

    /** Calls {@code action} for the group of each loop, on it. */
    public void each(Consumer<G> action) {
        groups.values().forEach(group -> group.post(List.of(), action));
    }

    /**
     * Does something for one receiver on its loop, in order with the broadcasts.
     *
     * @param owned references that are given back after that
     * @return whether this loop serves a subscriber and the loop still takes work
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
