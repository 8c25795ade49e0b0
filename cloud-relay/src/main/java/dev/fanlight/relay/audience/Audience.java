package dev.fanlight.relay.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Receivers grouped by event loop: a broadcast costs one task a loop, and each loop walks its own array without a lock. Every
 * method is called under one lock of the owner; what is called in that order reaches each loop in that order, so that a
 * receiver that joins between two broadcasts gets all of the second and nothing of the first.
 *
 * @param <T> type of the receivers
 */
public final class Audience<T> {

    // owner’s lock
    private final List<LoopGroup<T>> groups = new ArrayList<>();
    private int size;

    /** How many receivers have joined and not left. */
    public int size() {
        return size;
    }

    /**
     * Adds a receiver.
     *
     * @param loop the event loop that serves it; at most one group per loop is kept
     * @param first called on the loop, after everything that was broadcast before and before everything that comes after
     */
    public void join(Executor loop, T member, Consumer<T> first) {
        size++;
        group(loop).join(member, first);
    }

    /**
     * Removes a receiver that has joined.
     *
     * @param last called on the loop once nothing more will be delivered
     */
    public void leave(Executor loop, T member, Consumer<T> last) {
        size--;
        LoopGroup<T> group = group(loop);
        group.leave(member, last);
        if (group.isEmpty()) {
            groups.remove(group);
        }
    }

    /** Calls {@code delivery} on the loop of each receiver; {@code payload} is borrowed, each loop holds a reference meanwhile. */
    public void each(Shared payload, BiConsumer<T, Shared> delivery) {
        for (LoopGroup<T> group : groups) {
            group.each(payload, delivery);
        }
    }

    /** Calls {@code action} for each receiver on its loop. */
    public void each(Consumer<T> action) {
        for (LoopGroup<T> group : groups) {
            group.each(action);
        }
    }

    /**
     * Does something for one receiver on its loop, in order with the broadcasts.
     *
     * @return whether the loop still takes work
     */
    public boolean post(Executor loop, Runnable task) {
        return LoopGroup.post(loop, task);
    }

    private LoopGroup<T> group(Executor loop) {
        for (LoopGroup<T> group : groups) {
            if (group.loop().equals(loop)) {
                return group;
            }
        }
        LoopGroup<T> group = new LoopGroup<>(loop);
        groups.add(group);
        return group;
    }
}
