package dev.fanlight.relay.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The members that one event loop serves.
 *
 * @param <T> type of the members
 */
final class LoopGroup<T> {

    private final Executor loop;

    // owner’s lock
    private int size;

    // event loop only
    private List<T> members = List.of();

    LoopGroup(Executor loop) {
        this.loop = loop;
    }

    Executor loop() {
        return loop;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void join(T member, Consumer<T> first) {
        size++;
        post(() -> {
            List<T> next = new ArrayList<>(members);
            next.add(member);
            members = next;
            first.accept(member);
        });
    }

    void leave(T member, Consumer<T> last) {
        size--;
        post(() -> {
            members = members.stream().filter(other -> other != member).toList();
            last.accept(member);
        });
    }

    void each(Shared payload, BiConsumer<T, Shared> delivery) {
        payload.retain();
        boolean posted = post(() -> {
            try {
                for (T member : members) {
                    delivery.accept(member, payload);
                }
            } finally {
                payload.release();
            }
        });
        if (!posted) {
            payload.release();
        }
    }

    void each(Consumer<T> action) {
        post(() -> members.forEach(action));
    }

    private boolean post(Runnable task) {
        return post(loop, task);
    }

    static boolean post(Executor loop, Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
